package io.allegiance.story;

import io.allegiance.testing.TestDatabase;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the newest run of a night did, as its tables and Spring Batch's have it.
 *
 * @param days the days it took in, with their lines by the source's totals
 * @param linesRead the lines it read of them
 * @param customerDays the customer days it found changed
 * @param histories the histories it folded anew
 */
record Night(Map<LocalDate, Long> days, long linesRead, long customerDays, long histories) {

    static Night of(TestDatabase.Schema schema, LocalDate date) {
        JdbcClient jdbc = JdbcClient.create(schema.dataSource());
        long run = jdbc.sql("SELECT MAX(run_id) FROM run WHERE job = 'nightly' AND business_date = ?")
                .param(date)
                .query(Long.class)
                .single();
        Map<LocalDate, Long> days = new TreeMap<>();
        jdbc.sql("SELECT business_date, line_count FROM run_day WHERE run_id = ?")
                .param(run)
                .query(row -> {
                    days.put(row.getObject(1, LocalDate.class), row.getLong(2));
                });
        long lines = jdbc.sql(
                        "SELECT COALESCE(SUM(taken_in + anonymous + rejected), 0) FROM run_day_count WHERE run_id = ?")
                .param(run)
                .query(Long.class)
                .single();
        return new Night(
                days,
                lines,
                total(jdbc, "READ_COUNT", run, "takeInTransactions"),
                total(jdbc, "WRITE_COUNT", run, "updateHistories"));
    }

    private static long total(JdbcClient jdbc, String count, long run, String step) {
        return jdbc.sql("SELECT COALESCE(SUM(s." + count + "), 0) FROM BATCH_STEP_EXECUTION s"
                        + " JOIN BATCH_JOB_EXECUTION_PARAMS p ON p.JOB_EXECUTION_ID = s.JOB_EXECUTION_ID"
                        + " WHERE p.PARAMETER_NAME = 'runId' AND p.PARAMETER_VALUE = ? AND s.STEP_NAME LIKE ?")
                .params(Long.toString(run), step + ":%")
                .query(Long.class)
                .single();
    }
}
