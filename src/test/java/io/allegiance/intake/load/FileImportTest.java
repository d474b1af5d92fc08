package io.allegiance.intake.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.allegiance.failure.UsageException;
import io.allegiance.intake.csv.ImportKind;
import io.allegiance.intake.line.RejectionReason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("database")
class FileImportTest {

    private static final String HEADER =
            "transaction_id,line_key,customer_id,occurred_at,type,amount,currency,quantity";

    @AutoClose
    private static final ImportSetting SETTING = new ImportSetting();

    @TempDir
    private Path folder;

    @BeforeEach
    void empty() {
        SETTING.empty();
    }

    private ImportReport land(String... lines) throws IOException {
        return SETTING.land(ImportKind.TRANSACTION, ImportSetting.file(folder, lines));
    }

    private ImportReport replace(String... lines) throws IOException {
        return SETTING.replace(ImportKind.TRANSACTION, ImportSetting.file(folder, lines));
    }

    @Test
    void aLineLandsInItsNormalForm() throws IOException {
        land(
                "Customer_ID,transaction_ts,TYPE,Amount,currency,quantity,discount,category_or_sku,transaction_id,"
                        + "line_number,store,channel",
                " 42 ,2024-01-02T23:30:00Z,purchase,83.4,gbp,12,0.5,\"a \"\"tea\"\"\nset\",T1,7,Köln,😀");

        assertThat(SETTING.landed())
                .singleElement()
                .asString()
                .startsWith("2024-01-03|42|T1|7|2024-01-03 00:30:00.000|PURCHASE|83.4000|GBP|12.000|0.5000|"
                        + "a \"tea\"\nset|a \"tea\"\nset|Köln|😀|");
    }

    @Test
    void theReportingCurrencyIsNone() throws IOException {
        ImportReport report = land(HEADER, "T1,1,42,2024-01-02,,5,EUR,", "T1,1,42,2024-01-02,,5.00,,");

        assertThat(report.landed()).isEqualTo(1);
        assertThat(report.alreadyLanded()).isEqualTo(1);
    }

    @Test
    void aReturnMayCarryEitherSignAndTheTypeMayBeLeftOut() throws IOException {
        land(
                HEADER,
                "T1,1,42,2024-01-02,RETURN,-5,,-2",
                "T1,2,42,2024-01-02,Return,5,,2",
                "T1,3,42,2024-01-02,,-5,,-2",
                "T1,4,42,2024-01-02,,5,,2",
                "T1,5,42,2024-01-02,,,,");

        assertThat(SETTING.texts(
                        "SELECT CONCAT_WS(' ', line_key, type, amount, quantity) FROM transaction_line ORDER BY"
                                + " line_key"))
                .containsExactly(
                        "1 RETURN 5.0000 2.000",
                        "2 RETURN 5.0000 2.000",
                        "3 RETURN 5.0000 2.000",
                        "4 PURCHASE 5.0000 2.000",
                        "5 PURCHASE");
    }

    @Test
    void badLinesAreQuarantinedWithNumberAndReason() throws IOException {
        ImportReport report = land(goodAndBadLines());

        assertThat(report.linesRead()).isEqualTo(19);
        assertThat(report.landed()).isEqualTo(3);
        assertThat(report.rejected()).isEqualTo(16);
        assertThat(report.futureLines()).isEqualTo(1);
        assertThat(SETTING.texts(
                        "SELECT CONCAT_WS(' ', line_number, reason) FROM import_rejection ORDER BY line_number"))
                .containsExactly(
                        "3 BAD_TIME",
                        "4 BAD_TIME",
                        "5 MISSING_TIME",
                        "6 NUMBER_OUT_OF_RANGE",
                        "7 BAD_NUMBER",
                        "8 NEGATIVE_AMOUNT",
                        "9 UNKNOWN_TYPE",
                        "10 UNKNOWN_CURRENCY",
                        "11 ID_TOO_LONG",
                        "13 CONTROL_CHARACTER",
                        "14 WRONG_FIELD_COUNT",
                        "15 WRONG_FIELD_COUNT",
                        "16 NEGATIVE_QUANTITY",
                        "17 TIME_OUT_OF_RANGE",
                        "18 CONTROL_CHARACTER",
                        "20 ID_TOO_LONG");
        assertThat(SETTING.texts("SELECT line FROM import_rejection WHERE line_number IN (3, 18) ORDER BY line_number"))
                .containsExactly("T1,2,42,2024-02-30,PURCHASE,1,,", "T1,17,\"4\n2\",2024-01-02,PURCHASE,1,,");
        assertThat(SETTING.texts("SELECT LENGTH(line) FROM import_rejection WHERE line_number = 20"))
                .containsExactly(String.valueOf(1_100_000 + "T1,18,,2024-01-02,PURCHASE,1,,".length()));
        assertThat(SETTING.texts("SELECT detail FROM import_rejection WHERE line_number = 11"))
                .containsExactly("customer_id has more than 64 characters");
    }

    /** Three good lines, the last of them of a day to come, and sixteen bad ones. */
    private static String[] goodAndBadLines() {
        return new String[] {
            HEADER,
            "T1,1,42,2024-01-02,PURCHASE,1,,",
            "T1,2,42,2024-02-30,PURCHASE,1,,",
            "T1,3,42,2023-02-29,PURCHASE,1,,",
            "T1,4,42,,PURCHASE,1,,",
            "T1,5,42,2024-01-02,PURCHASE,1e30,,",
            "T1,6,42,2024-01-02,PURCHASE,NaN,,",
            "T1,7,42,2024-01-02,PURCHASE,-1,,",
            "T1,8,42,2024-01-02,GIFT,1,,",
            "T1,9,42,2024-01-02,PURCHASE,1,EURO,",
            "T1,10," + "4".repeat(65) + ",2024-01-02,PURCHASE,1,,",
            "T1,11," + "😀".repeat(64) + ",2024-01-02,PURCHASE,1,,",
            "T1,12,4\u00002,2024-01-02,PURCHASE,1,,",
            "T1,13,42,2024-01-02,PURCHASE,1,",
            "T1,14,42,2024-01-02,PURCHASE,1,,1,",
            "T1,15,42,2024-01-02,PURCHASE,1,,-3",
            "T1,16,42,1900-01-02,PURCHASE,1,,",
            "T1,17,\"4\n2\",2024-01-02,PURCHASE,1,,",
            "T1,18," + "x".repeat(1_100_000) + ",2024-01-02,PURCHASE,1,,",
            "T1,19,42,2024-01-06,PURCHASE,1,,"
        };
    }

    @Test
    void aLineWithBytesThatAreNotUtf8SpoilsNoOther() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("customer_id,occurred_at,note\nZoë,2024-01-02,\nZo".getBytes(StandardCharsets.UTF_8));
        bytes.write(0xeb);
        bytes.writeBytes(",2024-01-02,\nAnn,2024-01-02,".getBytes(StandardCharsets.UTF_8));
        bytes.write(0xff);
        bytes.write('\n');

        ImportReport report = SETTING.land(ImportKind.TRANSACTION, ImportSetting.file(folder, bytes.toByteArray()));

        assertThat(report.rejectedByReason()).hasSize(1).containsEntry(RejectionReason.INVALID_UTF8, 1L);
        assertThat(report.ignoredColumns()).containsExactly("note");
        assertThat(SETTING.texts("SELECT customer_id FROM transaction_line ORDER BY customer_id"))
                .containsExactly("Ann", "Zoë");
        assertThat(SETTING.texts("SELECT line FROM import_rejection")).containsExactly("Zo\ufffd,2024-01-02,");
    }

    @Test
    void aFileThatIsNoCsvLandsNothingAndLeavesNoTrace() throws IOException {
        Path file = ImportSetting.file(folder, HEADER, "T1,1,42,2024-01-02,PURCHASE,1,,", "T1,2,\"42,2024-01-02,,1,,");

        assertThatThrownBy(() -> SETTING.land(ImportKind.TRANSACTION, file)).isInstanceOf(UsageException.class);

        assertThat(SETTING.landed()).isEmpty();
        assertThat(SETTING.texts("SELECT file_name FROM import_file")).isEmpty();
    }

    @Test
    void anItemScannedTwiceStaysTwoLinesAndLandsOnce() throws IOException {
        String[] lines = {
            "customer_id,occurred_at,amount,transaction_id",
            "42,2024-01-02,5,T1",
            "42,2024-01-02,3,T1",
            "42,2024-01-02,5,T1",
            "42,2024-01-02,5.00,T2"
        };

        assertThat(land(lines).landed()).isEqualTo(4);
        assertThat(land(lines).alreadyLanded()).isEqualTo(4);
        assertThat(land(lines[0], lines[3], lines[2]).alreadyLanded()).isEqualTo(2);
    }

    @Test
    void aLineWithoutATransactionIsOneOfItsOwn() throws IOException {
        String[] lines = {"customer_id,occurred_at,amount", "42,2024-01-02,5", "42,2024-01-02,5", ",2024-01-02,5"};

        assertThat(land(lines).landed()).isEqualTo(3);
        assertThat(land(lines).alreadyLanded()).isEqualTo(3);
        assertThat(SETTING.texts("SELECT COUNT(DISTINCT transaction_id) FROM transaction_line"))
                .containsExactly("3");
        assertThat(SETTING.texts("SELECT COUNT(*) FROM transaction_line WHERE transaction_id = line_key"))
                .containsExactly("3");
    }

    @Test
    void lineKeysDependOnNeitherColumnOrderNorSpelling() throws IOException {
        land("customer_id,occurred_at,amount,type", "42,2024-01-02,5.0,");

        assertThat(land("type,store,amount,occurred_at,customer_id", "PURCHASE,,5,2024-01-02T00:00, 42")
                        .alreadyLanded())
                .isEqualTo(1);
    }

    @Test
    void sameKeyWithOtherContentIsRefused() throws IOException {
        land(HEADER, "T1,1,42,2024-01-02,,5,,");

        ImportReport report = land(
                HEADER,
                "T1,1,42,2024-01-02,,6,,",
                "T1,1,42,2024-01-02,,5,,",
                "T2,1,42,2024-01-03,,5,,",
                "T2,1,43,2024-01-03,,5,,",
                "T2,1,42,2024-01-03,,5,,");

        assertThat(report.landed()).isEqualTo(1);
        assertThat(report.alreadyLanded()).isEqualTo(2);
        assertThat(report.rejectedByReason()).containsEntry(RejectionReason.CONFLICTING_CONTENT, 2L);
        assertThat(SETTING.texts("SELECT CONCAT_WS(' ', line_number, detail) FROM import_rejection ORDER BY 1"))
                .containsExactly(
                        "2 the same key landed with other content; import with --replace to correct it",
                        "5 the same key landed with other content; import with --replace to correct it");
        assertThat(SETTING.texts("SELECT customer_id FROM transaction_line WHERE amount = 5"))
                .containsExactly("42", "42");
    }

    @Test
    void replaceTakesTheFilesTransactionsForTheirsWhereverTheirLinesStand() throws IOException {
        land(HEADER, "T1,1,42,2024-01-02,,5,,", "T1,2,42,2024-01-02,,6,,", "T2,1,42,2024-01-02,,7,,");
        List<String> lines = new ArrayList<>(List.of(HEADER, "T1,1,43,2024-01-03,,1,,"));
        for (int i = 0; i < 25_000; i++) {
            lines.add("other" + i + ",1,42,2024-01-02,,1,,");
        }
        lines.add("T1,3,43,2024-01-03,,2,,");

        ImportReport report = replace(lines.toArray(String[]::new));

        assertThat(report.landed()).isEqualTo(25_002);
        assertThat(report.replaced()).isEqualTo(2);
        assertThat(SETTING.texts("SELECT CONCAT_WS(' ', transaction_id, line_key, customer_id, amount) FROM"
                        + " transaction_line WHERE transaction_id LIKE 'T%' ORDER BY 1"))
                .containsExactly("T1 1 43 1.0000", "T1 3 43 2.0000", "T2 1 42 7.0000");
    }

    @Test
    void replaceNeedsTransactionIds() {
        assertThatThrownBy(() -> replace("customer_id,occurred_at", "42,2024-01-02"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("--replace needs a column transaction_id");
    }

    @Test
    void anImportLeavesItsCountsBehind() throws IOException {
        land(HEADER, "T1,1,42,2024-01-02,,5,,", "T1,1,42,2024-01-02,,5,,", "T1,1,42,2024-01-02,,x,,");

        assertThat(SETTING.texts(
                        "SELECT CONCAT_WS(' ', kind, lines_read, landed, already_landed, rejected, finished_at)"
                                + " FROM import_file"))
                .containsExactly("transaction 3 1 1 1 2024-01-05 13:00:00.000");
    }

    @Test
    void progressIsToldForBothPasses() throws IOException {
        Path file = ImportSetting.file(folder, HEADER, "T1,1,42,2024-01-02,,5,,");
        List<ImportProgress.Moment> moments = new ArrayList<>();

        SETTING.fileImport.land(new ImportRequest(ImportKind.TRANSACTION, file, false), moments::add);

        assertThat(moments)
                .extracting(ImportProgress.Moment::phase)
                .containsExactly(ImportProgress.Phase.CHECKING, ImportProgress.Phase.LANDING);
        assertThat(moments).allMatch(moment -> moment.lines() == 1 && moment.share() == 1);
    }
}
