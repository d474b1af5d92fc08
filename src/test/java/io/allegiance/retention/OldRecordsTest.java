package io.allegiance.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.allegiance.testing.Repositories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which records are old enough, and which stay however old they are. */
@Tag("database")
class OldRecordsTest {

    private static final int KEPT_DAYS = 400;

    @AutoClose
    private static final Repositories REPOSITORIES =
            Repositories.of(OldRuns.class, OldBatchRecords.class, OldSegmentChanges.class);

    private final OldRuns runs = REPOSITORIES.get(OldRuns.class);
    private final OldBatchRecords batch = REPOSITORIES.get(OldBatchRecords.class);
    private final OldSegmentChanges changes = REPOSITORIES.get(OldSegmentChanges.class);

    @BeforeEach
    void empty() {
        REPOSITORIES.empty(
                "run",
                "run_day",
                "score_publication",
                "segment_feed",
                "BATCH_STEP_EXECUTION_CONTEXT",
                "BATCH_STEP_EXECUTION",
                "BATCH_JOB_EXECUTION_PARAMS",
                "BATCH_JOB_EXECUTION",
                "BATCH_JOB_INSTANCE");
        execute("UPDATE score_slot SET state = 'FREE', run_id = NULL");
        execute("UPDATE score_pointer SET segment_sequence = 9");
    }

    @Test
    void restartableOrPublishedRunIsKeptHoweverOld() {
        run(1, "2024-01-01", 1, "COMPLETED", 500);
        run(2, "2024-01-02", 1, "FAILED", 500);
        run(3, "2024-01-02", 2, "ABANDONED", 500);
        run(4, "2024-01-03", 1, "HELD", 500);
        run(5, "2024-01-04", 1, "COMPLETED", 500);
        execute("UPDATE score_slot SET state = 'TAKEN', run_id = 5 WHERE slot = 7");
        run(6, "2024-01-05", 1, "RUNNING", 500);
        run(7, "2024-01-06", 1, "STOPPED", 500);
        run(8, "2025-01-01", 1, "COMPLETED", 399);
        run(9, "2025-01-02", 1, "ABANDONED", 401);
        run(10, "2024-01-07", 1, "COMPLETED", 500);

        assertThat(runs.count(KEPT_DAYS, List.of())).isEqualTo(4);
        assertThat(runs.count(KEPT_DAYS, List.of(7))).isEqualTo(5);
        assertThat(runs.delete(KEPT_DAYS, () -> {})).isEqualTo(4);
        assertThat(texts("SELECT run_id FROM run ORDER BY run_id")).containsExactly("4", "5", "6", "7", "8", "10");
        assertThat(runs.delete(KEPT_DAYS, () -> {})).isZero();
    }

    @Test
    void aDeletionThatIsCutOffLeavesRunsThatTheNextOneFinds() {
        run(1, "2024-01-01", 1, "COMPLETED", 500);
        run(2, "2024-01-02", 1, "COMPLETED", 1);
        execute(
                "INSERT INTO run_day (run_id, business_date, line_count, amount_sum, checksum) SELECT 1, '2017-01-01' + INTERVAL 64 * a.slot + b.slot DAY, 1, 1, 1"
                        + " FROM score_slot a, score_slot b WHERE 64 * a.slot + b.slot < 2500");
        List<Integer> calls = new ArrayList<>();
        assertThatThrownBy(() -> runs.delete(KEPT_DAYS, () -> {
                    calls.add(1);
                    if (calls.size() == 3) {
                        throw new IllegalStateException("cut off");
                    }
                }))
                .hasMessage("cut off");
        assertThat(texts("SELECT COUNT(*) FROM run_day"))
                .as("two bounded transactions")
                .containsExactly("500");

        assertThat(runs.delete(KEPT_DAYS, () -> {})).isEqualTo(1);
        assertThat(texts("SELECT COUNT(*) FROM run_day")).containsExactly("0");
    }

    /** A table of runs that a later version adds must be cleared with them. */
    @Test
    void everyTableOfRunsIsCleared() throws IOException {
        List<String> cleared = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("sql", "query", "retention"))) {
            for (Path file : files.toList()) {
                Matcher table = Pattern.compile("DELETE FROM (run_\\w+)").matcher(Files.readString(file));
                while (table.find()) {
                    cleared.add(table.group(1));
                }
            }
        }
        assertThat(texts("SELECT table_name FROM information_schema.columns"
                        + " WHERE table_schema = DATABASE() AND column_name = 'run_id' AND table_name LIKE 'run\\_%'"))
                .containsExactlyInAnyOrderElementsOf(cleared);
    }

    @Test
    void recordOfRestartableRunIsKeptWhole() {
        run(1, "2024-01-01", 1, "COMPLETED", 100);
        run(2, "2024-01-02", 1, "FAILED", 100);
        run(3, "2024-01-03", 1, "FAILED", 100);
        run(4, "2024-01-03", 2, "COMPLETED", 100);
        instance(1, 1, 100, 100);
        instance(2, 2, 100, 100);
        instance(3, 3, 100, 100);
        instance(4, 4, 100, 89);
        instance(5, 99, 100);

        assertThat(batch.count(90))
                .as("of a run that is over, one followed, one deleted")
                .isEqualTo(5);
        assertThat(batch.delete(90, () -> {})).isEqualTo(5);
        assertThat(texts("SELECT JOB_INSTANCE_ID FROM BATCH_JOB_INSTANCE ORDER BY JOB_INSTANCE_ID"))
                .containsExactly("2", "4");
        assertThat(texts("SELECT COUNT(*) FROM BATCH_JOB_EXECUTION")).containsExactly("4");
        assertThat(texts("SELECT STEP_EXECUTION_ID FROM BATCH_STEP_EXECUTION ORDER BY 1"))
                .containsExactly("20", "21", "40", "41");
        assertThat(texts("SELECT STEP_EXECUTION_ID FROM BATCH_STEP_EXECUTION_CONTEXT ORDER BY 1"))
                .containsExactly("20", "21", "40", "41");
    }

    @Test
    void oldFeedIsDeletedExceptRollbackEntries() {
        publication(1, 200, null);
        publication(2, 150, 5);
        publication(3, 120, null);
        change(1, 1);
        change(2, 1);
        change(3, 2);
        change(4, 3);
        change(5, 1);
        assertThat(changes.count(0)).as("0 is for ever").isZero();
        assertThat(changes.delete(0, () -> {})).isZero();

        assertThat(changes.count(90)).isEqualTo(2);
        assertThat(changes.delete(90, () -> {})).isEqualTo(2);
        assertThat(texts("SELECT sequence FROM segment_feed ORDER BY sequence")).containsExactly("3", "4", "5");
    }

    private static void run(long run, String date, int attempt, String state, int endedDaysAgo) {
        execute("INSERT INTO run (run_id, job, business_date, attempt, state, started_at, ended_at) VALUES (" + run
                + ", 'nightly', '" + date + "', " + attempt + ", '" + state + "', '2020-01-01', " + ago(endedDaysAgo)
                + ")");
    }

    private static void instance(long instance, long run, int... executionsDaysAgo) {
        execute("INSERT INTO BATCH_JOB_INSTANCE VALUES (" + instance + ", 0, 'nightly', '" + instance + "')");
        for (int i = 0; i < executionsDaysAgo.length; i++) {
            long execution = instance * 10 + i;
            execute("INSERT INTO BATCH_JOB_EXECUTION (JOB_EXECUTION_ID, JOB_INSTANCE_ID, CREATE_TIME, LAST_UPDATED)"
                    + " VALUES (" + execution + ", " + instance + ", '2020-01-01', " + ago(executionsDaysAgo[i]) + ")");
            execute(
                    "INSERT INTO BATCH_STEP_EXECUTION (STEP_EXECUTION_ID, VERSION, STEP_NAME, JOB_EXECUTION_ID, CREATE_TIME)"
                            + " VALUES (" + execution + ", 1, 'openDay', " + execution + ", '2020-01-01')");
            execute("INSERT INTO BATCH_STEP_EXECUTION_CONTEXT (STEP_EXECUTION_ID, SHORT_CONTEXT) VALUES (" + execution
                    + ", '')");
            execute("INSERT INTO BATCH_JOB_EXECUTION_PARAMS VALUES (" + execution + ", 'runId', 'java.lang.Long', '"
                    + run + "', 'Y')");
            execute("INSERT INTO BATCH_JOB_EXECUTION_PARAMS VALUES (" + execution
                    + ", 'businessDate', 'java.time.LocalDate', '2024-01-01', 'N')");
        }
    }

    private static void publication(long publication, int publishedDaysAgo, Integer rolledBackDaysAgo) {
        execute("INSERT INTO score_publication (publication, score_date, run_id, slot, customers, scored, score_digest,"
                + " row_digest, published_at, good_until, rolled_back_at) VALUES (" + publication + ", '2024-01-01', "
                + publication + ", " + publication + ", 1, 1, 'd', 'd', " + ago(publishedDaysAgo) + ", '2024-01-03', "
                + (rolledBackDaysAgo == null ? "NULL" : ago(rolledBackDaysAgo)) + ")");
    }

    private static void change(long sequence, long publication) {
        execute("INSERT INTO segment_feed VALUES (" + sequence + ", " + publication + ", 'C', NULL, 'LOYAL',"
                + " '2024-01-01')");
    }

    private static String ago(int days) {
        return "UTC_TIMESTAMP(3) - INTERVAL " + days + " DAY";
    }

    private static void execute(String statement) {
        REPOSITORIES.sql().sql(statement).update();
    }

    private static List<String> texts(String query) {
        return REPOSITORIES.sql().sql(query).query(String.class).list();
    }
}
