package io.allegiance.intake.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.allegiance.intake.csv.CsvLine;
import io.allegiance.intake.csv.Header;
import io.allegiance.intake.csv.ImportKind;
import io.allegiance.intake.feed.ContentHash;
import io.allegiance.intake.line.RejectionReason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lines that wait, tried again. A program that has learned to read "never" and "nie" as a date cannot be had here, so the
 * tests put that date into what an import kept.
 */
@Tag("database")
class LineReplayTest {

    private static final String KEYED = "transaction_id,line_key,customer_id,occurred_at,amount";
    private static final String KEYLESS = "transaction_id,customer_id,occurred_at,amount";

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

    /** The next version of the program reads what this one refuses. */
    private static void learn() {
        SETTING.client
                .sql(
                        "UPDATE import_rejection SET line = REPLACE(REPLACE(line, 'never', '2024-01-02'), 'nie', '2024-01-02')")
                .update();
    }

    private static void requireReport(String expected) {
        ReplayReport report = SETTING.replay();
        assertThat(report.linesTried() + " = " + report.landed() + " + " + report.alreadyLanded() + " + "
                        + report.stillWaiting())
                .isEqualTo(expected);
    }

    @Test
    void aLineLandsOnceWhatItWaitedForHasGone() throws IOException {
        land(KEYED, "T1,1,42,2024-01-02,5");
        land(KEYED, "T1,1,42,2024-01-02,6", "T2,1,42,never,6");
        requireReport("2 = 0 + 0 + 2");

        SETTING.client.sql("DELETE FROM transaction_line").update();
        requireReport("2 = 1 + 0 + 1");

        assertThat(SETTING.landed())
                .singleElement()
                .asString()
                .startsWith("2024-01-02|42|T1|1|")
                .contains("|6.0000|");
        assertThat(SETTING.rejections())
                .hasSize(2)
                .anyMatch(each -> each.endsWith(" 2 CONFLICTING_CONTENT REPLAYED"))
                .anyMatch(each -> each.endsWith(" 3 BAD_TIME"));
        requireReport("1 = 0 + 0 + 1");
    }

    @Test
    void ofTwoLinesThatContradictEachOtherTheFirstLands() throws IOException {
        land(KEYED, "T1,1,42,2024-01-02,5");
        land(KEYED, "T1,1,42,2024-01-02,6", "T1,1,42,2024-01-02,7", "T1,1,42,2024-01-02,6");
        SETTING.client.sql("DELETE FROM transaction_line").update();

        requireReport("3 = 1 + 1 + 1");

        assertThat(SETTING.landed()).singleElement().asString().contains("|6.0000|");
    }

    @Test
    void whatIsRefusedAgainWaitsForTheReasonOfNow() throws IOException {
        land(KEYED, "T1,1,42,2024-01-02,5");
        land(KEYED, "T1,1,42,never,6", "OK,1,42,2024-01-02,1");
        learn();

        ReplayReport report = SETTING.replay();

        assertThat(report.waitingByReason()).containsOnly(Map.entry(RejectionReason.CONFLICTING_CONTENT, 1L));
        assertThat(SETTING.texts("SELECT CONCAT(reason, ': ', detail) FROM import_rejection"))
                .containsExactly("CONFLICTING_CONTENT: the same key landed with other content; import with --replace to"
                        + " correct it");
    }

    @Test
    void aReasonPicksItsLines() throws IOException {
        land(KEYED, "T1,1,42,never,6", "T2,1,42,2024-01-02,x", "OK,1,42,2024-01-02,1");
        learn();

        ReplayReport report = SETTING.replay.run(RejectionReason.BAD_TIME, lines -> {});

        assertThat(report.linesTried()).isEqualTo(1);
        assertThat(report.landed()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void replayedLinesGetKeysOfTheirFile(long seed) throws IOException {
        // Given a file whose equal lines are written in three ways, two of which are refused
        SplittableRandom random = new SplittableRandom(seed);
        List<String> right = new ArrayList<>(List.of(KEYLESS));
        List<String> written = new ArrayList<>(List.of(KEYLESS));
        for (int i = 0; i < 300; i++) {
            String id = random.nextInt(4) == 0 ? "" : "T" + random.nextInt(30);
            String rest = "," + random.nextInt(3) + ",%s," + random.nextInt(2);
            right.add(id + rest.formatted("2024-01-02"));
            written.add(
                    id + rest.formatted(List.of("2024-01-02", "never", "nie").get(random.nextInt(3))));
        }
        land(right.toArray(String[]::new));
        List<String> expected = SETTING.landed();
        SETTING.empty();
        land(written.toArray(String[]::new));
        learn();

        // When they are tried again, a reason at a time and cut off on the way
        SETTING.client
                .sql("UPDATE import_rejection SET reason = 'MISSING_TIME' WHERE line_number < 100")
                .update();
        SETTING.replay.run(RejectionReason.MISSING_TIME, lines -> {});
        assertThatThrownBy(() -> SETTING.replayIn(new LosingItsConnection()).run(null, lines -> {}))
                .hasMessage("lost");
        ReplayReport report = SETTING.replay();

        // Then what stands is what the right file lands, and the right file lands nothing more
        assertThat(report.stillWaiting()).isZero();
        assertThat(SETTING.landed()).isEqualTo(expected);
        assertThat(land(right.toArray(String[]::new)).alreadyLanded()).isEqualTo(300);
    }

    /** After the work of a transaction and before its commit. */
    private static final class LosingItsConnection extends TransactionTemplate {

        private static final long serialVersionUID = 1;

        LosingItsConnection() {
            super(new JdbcTransactionManager(SETTING.dataSource()));
        }

        @Override
        public void executeWithoutResult(Consumer<TransactionStatus> action) {
            super.executeWithoutResult(status -> {
                action.accept(status);
                throw new IllegalStateException("lost");
            });
        }
    }

    @Test
    void anEqualLineOfALaterFileIsTheSameLine() throws IOException {
        land(KEYLESS, "T1,42,2024-01-02,5", "T1,42,never,5");
        land(KEYLESS, "T1,42,2024-01-02,5", "T1,42,2024-01-02,5", "T1,42,2024-01-02,5");
        learn();

        requireReport("1 = 0 + 1 + 0");

        assertThat(SETTING.landed()).hasSize(3);
    }

    @Test
    void ambiguousLineStaysQuarantinedUntilItsFileIsImported() throws IOException {
        // Given a line that landed from one file, and equal ones that another file brings in right and in wrong writing
        land(KEYLESS, "T1,42,2024-01-02,5");
        String[] file = {KEYLESS, "T1,42,2024-01-02,5", "T1,42,never,5"};
        land(file);
        learn();

        // When it is tried, then it neither lands twice nor is taken for the one that is there
        assertThat(SETTING.replay().waitingByReason()).containsOnlyKeys(RejectionReason.EQUAL_LANDED);
        assertThat(SETTING.landed()).hasSize(1);

        // When a program that can read it imports the file again, then it lands, and that very line waits no more
        file[2] = "T1,42,2024-01-02,5";
        Header header = Header.of(CsvLine.parse(1, KEYLESS), ImportKind.TRANSACTION, "file");
        SETTING.client
                .sql("UPDATE import_rejection SET text_hash = ?")
                .param(ContentHash.ofText(header, CsvLine.parse(3, file[2])).bytes())
                .update();
        ImportReport report = land(file);
        assertThat(report.landed()).isEqualTo(1);
        assertThat(report.closed()).isEqualTo(1);
        assertThat(SETTING.rejections()).singleElement().asString().contains(" EQUAL_LANDED LANDED ");
    }

    @Test
    void whatIsNotKeptWholeIsCountedAndStays() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes((KEYED + "\nT1,1,M").getBytes(StandardCharsets.UTF_8));
        bytes.write(0xfc);
        bytes.writeBytes(("ller,2024-01-02,5\nT2,1," + "x".repeat(3 << 20) + ",2024-01-02,5\nOK1,1,42,2024-01-02,5\n")
                .getBytes(StandardCharsets.UTF_8));
        SETTING.land(ImportKind.TRANSACTION, ImportSetting.file(folder, bytes.toByteArray()));
        land(KEYED, "T3,1,42,never,5", "OK2,1,42,2024-01-02,5");
        SETTING.client
                .sql("UPDATE import_file SET header = NULL WHERE import_id = (SELECT MAX(import_id) FROM"
                        + " import_rejection WHERE reason = 'BAD_TIME')")
                .update();
        learn();

        ReplayReport report = SETTING.replay();

        assertThat(report.untried()).isEqualTo(3);
        assertThat(report.waitingByReason())
                .containsOnlyKeys(RejectionReason.INVALID_UTF8, RejectionReason.ID_TOO_LONG, RejectionReason.BAD_TIME);
        assertThat(SETTING.landed()).hasSize(2);
    }

    @Test
    void anIncidentThatLandsMakesANightUnderWayBeginAnew() throws IOException {
        SETTING.land(
                ImportKind.INCIDENT,
                ImportSetting.file(
                        folder,
                        "incident_id,customer_id,occurred_at,kind",
                        "I0,41,2024-01-02,late",
                        "I1,42,never,late"));
        learn();

        requireReport("1 = 1 + 0 + 0");

        assertThat(SETTING.texts("SELECT customer_id FROM incident_change ORDER BY 1"))
                .containsExactly("41", "42");
        assertThat(SETTING.texts("SELECT CONCAT_WS(' ', kind, file_name, landed) FROM import_file ORDER BY import_id"))
                .last()
                .asString()
                .isEqualTo("incident replay 1");
    }
}
