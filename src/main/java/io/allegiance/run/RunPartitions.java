package io.allegiance.run;

import io.allegiance.customer.CustomerRange;
import io.allegiance.platform.sql.Sql;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The customer ranges of partitioned steps, and the progress of each range. A step without partitions counts as its
 * own partition 0.
 */
@Repository
public final class RunPartitions {

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;

    RunPartitions(JdbcClient jdbc, TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Returns the ranges that a step of a run was first cut into; cuts it when it was not yet. */
    public List<CustomerRange> getOrCut(long runId, String step, Supplier<List<CustomerRange>> cut) {
        List<CustomerRange> stored = listRanges(runId, step);
        if (!stored.isEmpty()) {
            return stored;
        }
        List<CustomerRange> ranges = cut.get();
        transaction.executeWithoutResult(status -> ranges.forEach(range -> jdbc.sql(Sql.get("run/insert_range"))
                .params(Arrays.asList(runId, step, range.number(), range.from(), range.to()))
                .update()));
        return ranges;
    }

    /** Returns a range of a step that is cut. */
    public CustomerRange getRange(long runId, String step, int partition) {
        return listRanges(runId, step).stream()
                .filter(range -> range.number() == partition)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException("run " + runId + " has no partition " + partition + " of " + step));
    }

    /** Lists the ranges that a step of a run was cut into; none where it was not yet. */
    public List<CustomerRange> listRanges(long runId, String step) {
        return jdbc.sql(Sql.get("run/list_ranges"))
                .params(runId, step)
                .query((row, number) -> new CustomerRange(row.getInt(1), row.getString(2), row.getString(3)))
                .list();
    }

    /** Returns what a partition last saved; empty when it saved nothing yet. */
    public Map<String, String> getProgress(long runId, String step, int partition) {
        Map<String, String> progress = new HashMap<>();
        jdbc.sql(Sql.get("run/list_progress")).params(runId, step, partition).query(row -> {
            progress.put(row.getString(1), row.getString(2));
        });
        return progress;
    }

    /** Saves how far a partition is, in the transaction of the caller. */
    public void saveProgress(long runId, String step, int partition, Map<String, String> progress) {
        progress.forEach((name, value) -> jdbc.sql(Sql.get("run/save_progress"))
                .params(runId, step, partition, name, value)
                .update());
    }

    /** Lists a value that every partition of a step saved, in order of the partitions. */
    public List<String> listProgress(long runId, String step, String name) {
        return jdbc.sql(Sql.get("run/list_progress_of_step"))
                .params(runId, step, name)
                .query(String.class)
                .list();
    }

    /** Finds when a run last got ahead, in UTC; never, where it saved nothing yet. */
    public Optional<LocalDateTime> findLastProgress(long runId) {
        Saved saved = jdbc.sql(Sql.get("run/find_last_progress"))
                .param(runId)
                .query((row, number) -> new Saved(row.getObject("saved_at", LocalDateTime.class)))
                .single();
        return Optional.ofNullable(saved.at());
    }

    private record Saved(@Nullable LocalDateTime at) {}
}
