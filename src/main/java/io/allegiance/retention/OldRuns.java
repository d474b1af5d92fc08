package io.allegiance.retention;

import io.allegiance.platform.sql.KeyBatches;
import io.allegiance.platform.sql.Sql;
import io.allegiance.publish.Publication;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Deletes runs that nothing needs any more, what they froze and counted first: a run that is cut in half is found
 * again.
 */
@Repository
final class OldRuns {

    private static final int RUNS_AT_ONCE = 100;

    /** All tables with rows of a run. */
    private static final List<String> RECORDS = List.of(
            "retention/delete_run_days",
            "retention/delete_run_day_counts",
            "retention/delete_run_thresholds",
            "retention/delete_run_audits",
            "retention/delete_run_claims",
            "retention/delete_run_closures",
            "retention/delete_run_ranges",
            "retention/delete_run_progress");

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;

    OldRuns(JdbcClient jdbc, TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Deletes the runs that ended more than that many days ago. */
    int delete(int keptDays, Runnable between) {
        List<Long> old = list(keptDays, List.of());
        for (List<Long> some : KeyBatches.of(old, RUNS_AT_ONCE)) {
            RECORDS.forEach(statement -> deleteAll(statement, some, between));
            between.run();
            deleteSome("retention/delete_runs", some);
        }
        return old.size();
    }

    /** Counts those that would be deleted if these slots were emptied before. */
    int count(int keptDays, List<Integer> emptied) {
        return list(keptDays, emptied).size();
    }

    private List<Long> list(int keptDays, List<Integer> emptied) {
        List<Integer> slots = new ArrayList<>(emptied);
        slots.add(Publication.NO_SLOT);
        return jdbc.sql(Sql.get("retention/list_old_runs"))
                .param("days", keptDays)
                .param("emptied", slots)
                .query(Long.class)
                .list();
    }

    private void deleteAll(String statement, List<Long> runs, Runnable between) {
        do {
            between.run();
        } while (deleteSome(statement, runs) > 0);
    }

    private int deleteSome(String statement, List<Long> runs) {
        return Objects.requireNonNull(transaction.execute(
                status -> jdbc.sql(Sql.get(statement)).param("runs", runs).update()));
    }
}
