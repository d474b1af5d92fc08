package io.allegiance.retention;

import io.allegiance.platform.sql.KeyBatches;
import io.allegiance.platform.sql.Sql;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Deletes Spring Batch's records of runs that are never restarted, some instances in each transaction: an instance goes
 * as a whole or stays as a whole. Spring Batch itself deletes nothing.
 */
@Repository
final class OldBatchRecords {

    private static final int INSTANCES_AT_ONCE = 20;

    /** From the rows that refer to others to those that are referred to. */
    private static final List<String> BEFORE_EXECUTIONS = List.of(
            "retention/delete_step_contexts",
            "retention/delete_steps",
            "retention/delete_contexts",
            "retention/delete_parameters");

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;

    OldBatchRecords(JdbcClient jdbc, TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    private record Instance(long id, int executions) {}

    /**
     * Deletes the instances that were last updated more than that many days ago, and returns how many executions they
     * had.
     */
    int delete(int keptDays, Runnable between) {
        List<Long> old = list(keptDays).stream().map(Instance::id).toList();
        int deleted = 0;
        for (List<Long> some : KeyBatches.of(old, INSTANCES_AT_ONCE)) {
            between.run();
            deleted += Objects.requireNonNull(transaction.execute(status -> delete(some)));
        }
        return deleted;
    }

    /** Counts the executions that would be deleted. */
    int count(int keptDays) {
        return list(keptDays).stream().mapToInt(Instance::executions).sum();
    }

    private List<Instance> list(int keptDays) {
        return jdbc.sql(Sql.get("retention/list_old_instances"))
                .param(keptDays)
                .query((row, number) -> new Instance(row.getLong("instance"), row.getInt("executions")))
                .list();
    }

    private int delete(List<Long> instances) {
        BEFORE_EXECUTIONS.forEach(statement -> delete(statement, instances));
        int executions = delete("retention/delete_executions", instances);
        delete("retention/delete_instances", instances);
        return executions;
    }

    private int delete(String statement, List<Long> instances) {
        return jdbc.sql(Sql.get(statement)).param("instances", instances).update();
    }
}
