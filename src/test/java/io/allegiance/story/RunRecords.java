package io.allegiance.story;

import io.allegiance.testing.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What nights left behind in {@code run}, {@code run_day}, {@code customer_score}, {@code score_slot} and Spring Batch's tables. */
record RunRecords(JdbcClient jdbc) {

    private static final String STEPS_OF_DATE = " FROM BATCH_STEP_EXECUTION s JOIN BATCH_JOB_EXECUTION_PARAMS p"
            + " ON p.JOB_EXECUTION_ID = s.JOB_EXECUTION_ID WHERE p.PARAMETER_NAME = 'businessDate'"
            + " AND p.PARAMETER_VALUE = ? AND s.STEP_NAME LIKE ?";

    static RunRecords of(TestDatabase.Schema schema) {
        return new RunRecords(JdbcClient.create(schema.dataSource()));
    }

    /** The number of runs that the night of a date has. */
    int runs(LocalDate date) {
        return number("SELECT COUNT(DISTINCT run_id) FROM run WHERE job = 'nightly' AND business_date = ?", date);
    }

    /** The highest number of an attempt at the night of a date. */
    int attempts(LocalDate date) {
        return number("SELECT MAX(attempt) FROM run WHERE job = 'nightly' AND business_date = ?", date);
    }

    /** How often a step of a date was executed. */
    int executions(LocalDate date, String step) {
        return number("SELECT COUNT(*)" + STEPS_OF_DATE, date.toString(), step);
    }

    /** How often each partition of a step was completed, and with how many rows: {@code 1 time, 500 rows}. */
    List<String> completions(LocalDate date, String step) {
        return jdbc.sql("SELECT CONCAT(COUNT(*), ' time, ', SUM(s.WRITE_COUNT), ' rows')" + STEPS_OF_DATE
                        + " AND s.STATUS = 'COMPLETED' GROUP BY s.STEP_NAME ORDER BY s.STEP_NAME")
                .params(date.toString(), step + ":%")
                .query(String.class)
                .list();
    }

    /** The rows of scores of all nights, published or not. */
    int scoreRows() {
        return number("SELECT COUNT(*) FROM customer_score");
    }

    /** The rows of scores that the newest night of a date has written. */
    int scoreRows(LocalDate date) {
        return number(
                "SELECT COUNT(*) FROM customer_score WHERE slot = (SELECT MAX(slot) FROM run WHERE business_date = ?)",
                date);
    }

    /** Whether a night has taken in a day. */
    boolean isTakenIn(LocalDate date) {
        return number("SELECT COUNT(*) FROM business_day WHERE business_date = ?", date) > 0;
    }

    /** The days that the runs of a date took in, as far as they are still known. */
    int daysTakenIn(LocalDate date) {
        return number(
                "SELECT COUNT(*) FROM run_day WHERE run_id IN"
                        + " (SELECT run_id FROM run WHERE business_date = ? AND job = 'nightly')",
                date);
    }

    /** Writes: marks all free slots as taken by the newest run, but the last one, which is to be emptied. */
    void takeFreeSlots() {
        update("UPDATE score_slot SET run_id = (SELECT MAX(run_id) FROM run), state = 'TAKEN' WHERE state = 'FREE'");
        update("UPDATE score_slot SET run_id = NULL, state = 'SPENT' WHERE slot = 63");
    }

    /** Writes: marks all slots without a publication as free. */
    void freeUnpublishedSlots() {
        update("UPDATE score_slot SET run_id = NULL, state = 'FREE'"
                + " WHERE slot NOT IN (SELECT slot FROM score_publication)");
    }

    /** Writes: dates all runs and their records back by some days. */
    void age(int days) {
        update("UPDATE run SET started_at = started_at - INTERVAL " + days + " DAY, ended_at = ended_at - INTERVAL "
                + days + " DAY");
        update("UPDATE BATCH_JOB_EXECUTION SET LAST_UPDATED = LAST_UPDATED - INTERVAL " + days + " DAY");
    }

    /** The last purchase day of each customer who has one. */
    Map<String, LocalDate> lastPurchaseDays() {
        return jdbc
                .sql("SELECT customer_id, last_purchase_day FROM purchase_history WHERE last_purchase_day IS NOT NULL")
                .query((row, number) -> Map.entry(row.getString(1), row.getObject(2, LocalDate.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The beginning of the history that the newest night of a date froze. */
    LocalDate historyStart(LocalDate date) {
        return LocalDate.parse(threshold(date, "history_start"));
    }

    /** A threshold that the newest night of a date froze. */
    String threshold(LocalDate date, String name) {
        return jdbc.sql(
                        "SELECT t.value FROM run_threshold t JOIN run r ON r.run_id = t.run_id"
                                + " WHERE r.job = 'nightly' AND r.business_date = ? AND t.name = ? ORDER BY r.run_id DESC LIMIT 1")
                .params(date, name)
                .query(String.class)
                .single();
    }

    private void update(String statement) {
        jdbc.sql(statement).update();
    }

    private int number(String query, Object... parameters) {
        return jdbc.sql(query).params(parameters).query(Integer.class).single();
    }
}
