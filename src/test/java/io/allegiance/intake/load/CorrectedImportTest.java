package io.allegiance.intake.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.allegiance.failure.UsageException;
import io.allegiance.intake.csv.ImportKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Refused lines wait until a file corrects them, and no line is listed twice. The row of a closed one stays. */
@Tag("database")
class CorrectedImportTest {

    private static final String HEADER = "transaction_id,line_key,customer_id,occurred_at,amount";

    /** Of a file without one usable line nothing would wait. */
    private static final String USABLE = "OK,1,42,2024-01-02,5";

    @AutoClose
    private static final ImportSetting SETTING = new ImportSetting();

    @TempDir
    private Path folder;

    @BeforeEach
    void empty() {
        SETTING.empty();
    }

    private Path file(String name, String... lines) throws IOException {
        return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
    }

    private long land(String name, String... lines) throws IOException {
        return SETTING.land(ImportKind.TRANSACTION, file(name, lines)).closed();
    }

    private long replace(String name, String... lines) throws IOException {
        return SETTING.replace(ImportKind.TRANSACTION, file(name, lines)).closed();
    }

    /** The lines that wait, by number and reason. */
    private static List<String> waiting() {
        return SETTING.texts("SELECT CONCAT_WS(' ', line_number, reason) FROM import_rejection WHERE closed_at IS NULL"
                + " ORDER BY import_id, line_number");
    }

    @Test
    void aKeyThatLandsFromAnyLaterFileWaitsNoMore() throws IOException {
        land("a.csv", HEADER, "T1,1,42,never,5", "T1,2,42,never,5", "T2,1,42,never,5", USABLE);

        assertThat(land("b.csv", HEADER, "T1,2,42,2024-01-02,5", "T9,1,42,2024-01-02,5"))
                .isEqualTo(1);

        assertThat(waiting()).containsExactly("2 BAD_TIME", "4 BAD_TIME");
        assertThat(SETTING.texts("SELECT CONCAT_WS(' ', r.closed_how, f.file_name) FROM import_rejection r"
                        + " JOIN import_file f ON f.import_id = r.closed_by"))
                .containsExactly("LANDED b.csv");
    }

    @Test
    void landedKeyResolvesContradictingLine() throws IOException {
        land("a.csv", HEADER, "T1,1,42,2024-01-02,5");
        land("b.csv", HEADER, "T1,1,42,2024-01-02,6");
        assertThat(waiting()).containsExactly("2 CONFLICTING_CONTENT");

        assertThat(land("c.csv", HEADER, "T1,1,42,2024-01-02,5")).isEqualTo(1);

        assertThat(waiting()).isEmpty();
    }

    @Test
    void aConflictInsideOneFileIsNotSettledByIt() throws IOException {
        assertThat(land("a.csv", HEADER, "T1,1,42,2024-01-02,5", "T1,1,42,2024-01-02,6"))
                .isZero();

        assertThat(waiting()).containsExactly("3 CONFLICTING_CONTENT");
    }

    @Test
    void aBadFileThatIsImportedTwiceIsListedOnce() throws IOException {
        List<String> lines = new ArrayList<>(
                List.of(HEADER, "T1,1,42,never,5", "T2,1,42,2024-01-02", "T1,1,42,never,5", "T3,1,42,2024-01-02,5"));
        for (int i = 0; i < 9; i++) {
            lines.add("T4," + i + ",42,never,5");
        }
        String[] bad = lines.toArray(String[]::new);
        land("a.csv", bad);

        assertThat(land("elsewhere.csv", bad)).isEqualTo(12);

        assertThat(SETTING.rejections())
                .hasSize(24)
                .filteredOn(each -> each.contains("REFUSED_AGAIN"))
                .hasSize(12);
        assertThat(waiting()).hasSize(12).startsWith("2 BAD_TIME", "3 WRONG_FIELD_COUNT", "4 BAD_TIME", "6 BAD_TIME");
    }

    @Test
    void asManyAreClosedAsCameAgainAndNotMore() throws IOException {
        land("a.csv", HEADER, "T1,1,42,never,5", "T1,1,42,never,5", "T1,1,42,never,6", USABLE);

        assertThat(land("b.csv", HEADER, "T1,1,42,never,5", USABLE)).isEqualTo(1);

        assertThat(waiting()).containsExactly("3 BAD_TIME", "4 BAD_TIME", "2 BAD_TIME");
    }

    @Test
    void theSameWordsUnderAnotherHeaderAreAnotherLine() throws IOException {
        land("a.csv", HEADER, "T1,1,42,never,5", USABLE);

        assertThat(land(
                        "b.csv",
                        "transaction_id,line_key,store,occurred_at,customer_id",
                        "T1,1,42,never,5",
                        "OTHER,1,42,2024-01-02,5"))
                .isZero();
    }

    @Test
    void replaceClosesWhatItsTransactionsLeftWaitingWhateverTheirLineKeys() throws IOException {
        land(
                "a.csv",
                "transaction_id,customer_id,occurred_at,amount",
                "T1,42,never,5",
                "T2,42,never,5",
                "T3,42,never,5",
                "OK,42,2024-01-02,5");

        assertThat(replace(
                        "b.csv",
                        "transaction_id,customer_id,occurred_at,amount",
                        "T1,42,2024-01-02,5",
                        "T2,42,still not,5"))
                .isEqualTo(2);

        assertThat(waiting()).containsExactly("4 BAD_TIME", "3 BAD_TIME");
    }

    @Test
    void replaceOfAFileClosesItsLinesWithoutATransactionId() throws IOException {
        land("a.csv", HEADER, "T1,1,42,2024-01-02", "T2,1,42,never,5", USABLE);
        land("b.csv", HEADER, ",,42,never,5", USABLE);

        assertThat(replace("a.csv", HEADER, "T1,1,42,2024-01-02,5")).isEqualTo(1);

        assertThat(waiting()).containsExactly("3 BAD_TIME", "2 BAD_TIME");
    }

    @Test
    void aFileWithoutIdsIsKnownAgainByAllThatLandedOfIt() throws IOException {
        String header = "customer_id,occurred_at,amount";
        List<String> lines = new ArrayList<>(List.of(header));
        for (int i = 0; i < 8; i++) {
            lines.add("c" + i + ",2024-01-02,5");
        }
        lines.add("c8,never,5");
        lines.add("c9,2024-01-02,five");
        land("sales.csv", lines.toArray(String[]::new));

        // The next day's file of the same name and size has other lines
        String[] next = lines.stream()
                .map(line -> line.replace("2024-01-02", "2024-01-03").replace("c8", "c7"))
                .toArray(String[]::new);
        assertThat(land("sales.csv", next)).isZero();
        assertThat(waiting()).containsExactly("10 BAD_TIME", "11 BAD_NUMBER", "10 BAD_TIME", "11 BAD_NUMBER");

        // The same file with one line corrected is that file, and not the next day's
        lines.set(9, "c8,2024-01-02,5");
        assertThat(land("sales.csv", lines.toArray(String[]::new))).isEqualTo(2);
        assertThat(waiting()).containsExactly("10 BAD_TIME", "11 BAD_NUMBER", "11 BAD_NUMBER");
    }

    @Test
    void aFileWithAnotherLineCorrectedIsNotTheSame() throws IOException {
        String[] lines = {"customer_id,occurred_at", "42,2024-01-02", "43,2024-01-02", "44,never"};
        land("sales.csv", lines);
        lines[1] = "42,2024-01-03";
        lines[3] = "44,2024-01-02";

        assertThat(land("sales.csv", lines)).isZero();
    }

    @Test
    void ofAFileWithoutAUsableLineNothingWaits() {
        assertThatThrownBy(() -> land("sales.csv", "customer_id,occurred_at", "42,never", "43,", "44,never"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("each of its 3 lines is refused, 2 for BAD_TIME, the first in line 2")
                .hasMessageContaining("Write it in one of these ways.");

        assertThat(waiting()).isEmpty();
        assertThat(SETTING.texts("SELECT file_name FROM import_file")).isEmpty();
    }

    @Test
    void aCorrectedFileClosesWhatItMendsWhateverShareWasRefused() throws IOException {
        String header = "customer_id,occurred_at,amount";
        land("pos.csv", header, "A,31/12/2023,5.00", "B,31/12/2023,6.00", "C,2023-12-30,7.00", "D,30/12/2023,1,000");

        // The next day's file of that name has other lines, and one with an equal line another customer
        assertThat(land(
                        "pos.csv",
                        header,
                        "A,2024-01-01,5.00",
                        "B,2024-01-01,6.00",
                        "C,2024-01-01,7.00",
                        "D,2024-01-01,9"))
                .isZero();
        assertThat(land(
                        "pos.csv",
                        header,
                        "X,2024-01-01,5.00",
                        "B,2024-01-02,6.5",
                        "C,2023-12-30,7.00",
                        "D,2024-01-01,9"))
                .as("other customer, other amount, other number of fields")
                .isZero();

        assertThat(land(
                        "pos-corrected.csv",
                        header,
                        "A,2023-12-31,5.00",
                        "B,2023-12-31,6.00",
                        "C,2023-12-30,7.00",
                        "D,30/12/2023,1,000"))
                .isEqualTo(3);
        assertThat(SETTING.rejections())
                .filteredOn(each -> each.contains("CORRECTED"))
                .hasSize(2);
        assertThat(waiting()).containsExactly("5 WRONG_FIELD_COUNT");
    }

    @Test
    void aFieldThatWasRightThenMayNotDiffer() throws IOException {
        String header = "customer_id,occurred_at,amount";
        land("pos.csv", header, "A,never,five", "B,never,six", "C,2023-12-30,7.00");

        assertThat(land("pos.csv", header, "A,2023-12-31,5", "b,2023-12-31,6", "C,2023-12-30,7.00"))
                .isEqualTo(1);

        assertThat(waiting()).containsExactly("3 BAD_NUMBER");
    }

    @Test
    void linesOfBeforeTheUpgradeAreClosedWhenTheirFileComesAgain() throws IOException {
        String[] bad = {HEADER, "T1,1,42,never,5", "T2,1,42,2024-01-02,5"};
        land("a.csv", bad);
        land("b.csv", HEADER, "T3,1,42,never,5", USABLE);
        SETTING.client
                .sql("UPDATE import_file SET header = NULL, content_sum = NULL")
                .update();
        SETTING.client
                .sql(
                        "UPDATE import_rejection SET transaction_id = NULL, line_key = NULL, text_hash = NULL, whole = FALSE")
                .update();

        assertThat(land("a.csv", bad)).isEqualTo(1);
        assertThat(replace("b.csv", HEADER, "T3,1,42,2024-01-02,5")).isEqualTo(1);

        assertThat(waiting()).containsExactly("2 BAD_TIME");
    }

    @Test
    void smallFeedsAreCorrectedByTheirOwnKeys() throws IOException {
        String header = "incident_id,customer_id,occurred_at,kind";
        SETTING.land(
                ImportKind.INCIDENT,
                file("i.csv", header, "I1,42,never,late", "I2,42,never,late", "I0,42,2024-01-02,late"));
        SETTING.land(ImportKind.FX, file("f.csv", "currency,rate_date,rate", "GBP,2024-01-02,0", "USD,2024-01-02,1"));
        land("a.csv", HEADER, "I1,,42,2024-01-02,5");

        assertThat(SETTING.land(ImportKind.INCIDENT, file("j.csv", header, "I1,42,2024-01-02,late"))
                        .closed())
                .isEqualTo(1);
        assertThat(SETTING.land(ImportKind.FX, file("g.csv", "currency,rate_date,rate", "GBP,2024-01-02,1.2"))
                        .closed())
                .isEqualTo(1);
        assertThat(waiting()).containsExactly("3 BAD_TIME");
        assertThat(SETTING.replace(ImportKind.INCIDENT, file("i.csv", header, "I3,42,2024-01-02,late"))
                        .closed())
                .isEqualTo(1);
    }
}
