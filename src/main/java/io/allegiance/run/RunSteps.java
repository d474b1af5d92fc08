package io.allegiance.run;

import io.allegiance.platform.sql.Sql;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/** How far a run's steps are, as Spring Batch recorded it. */
@Repository
public final class RunSteps {

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;

    RunSteps(JdbcClient jdbc, TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /**
     * One execution of a step, or of a partition of it.
     *
     * @param name the step, and the partition behind a colon
     * @param status as Spring Batch has it
     * @param read items read
     * @param written items written
     * @param seconds how long it took so far
     */
    public record StepLine(String name, String status, long read, long written, double seconds) {

        private static final char BEFORE_PARTITION = ':';

        /** The step's name without that of its partition. */
        String step() {
            return isPartition() ? name.substring(0, name.indexOf(BEFORE_PARTITION)) : name;
        }

        boolean isPartition() {
            return name.indexOf(BEFORE_PARTITION) >= 0;
        }
    }

    /**
     * Puts the executions of a job's steps into the order of their numbers. Spring Batch 6.0.4 takes that with the latest time
     * of creation for the last of its step: a clock that was set back would make it do a completed step again.
     */
    public void orderByNumber(long jobInstanceId) {
        transaction.executeWithoutResult(status -> jdbc.sql(Sql.get("run/equalise_create_times"))
                .params(jobInstanceId, jobInstanceId)
                .update());
    }

    /** Lists all executions of the steps of a run, in the order in which they began. */
    public List<StepLine> list(long runId) {
        return jdbc.sql(Sql.get("run/list_steps"))
                .param(Long.toString(runId))
                .query((row, number) -> new StepLine(
                        row.getString("step_name"),
                        row.getString("status"),
                        row.getLong("read_count"),
                        row.getLong("write_count"),
                        row.getDouble("seconds")))
                .list();
    }
}
