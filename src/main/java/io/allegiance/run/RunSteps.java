package io.allegiance.run;

import io.allegiance.platform.sql.Sql;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/** The executions of a run's steps, as Spring Batch recorded them. */
@Repository
public final class RunSteps {

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;

    RunSteps(JdbcClient jdbc, TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /**
     * One execution of a step, or of a partition of it. Times are by the clock of the machine that ran it.
     *
     * @param name the step, and the partition behind a colon
     * @param status as Spring Batch has it
     * @param startedAt null before it starts
     * @param endedAt null while it runs, and where it was killed
     * @param updatedAt the last commit; of an execution that was killed, the restart after it
     * @param read items read
     * @param written items written
     */
    public record Execution(
            String name,
            String status,
            @Nullable LocalDateTime startedAt,
            @Nullable LocalDateTime endedAt,
            @Nullable LocalDateTime updatedAt,
            long read,
            long written) {

        private static final char BEFORE_PARTITION = ':';

        /** The step's name without that of its partition. */
        String step() {
            return isPartition() ? name.substring(0, name.indexOf(BEFORE_PARTITION)) : name;
        }

        boolean isPartition() {
            return name.indexOf(BEFORE_PARTITION) >= 0;
        }

        /** Returns whether it began to work. A run may be killed between the record of an execution and its start. */
        public boolean hasStarted() {
            return startedAt != null;
        }

        /** Returns whether its end is on record. */
        public boolean hasEnded() {
            return endedAt != null;
        }

        /**
         * How long it took; of one that runs, up to its last commit. Zero before it starts, where the clock was set
         * back, and where it was killed: a restart marks a killed execution as failed without an end, and its last
         * commit is not on record any more.
         */
        Duration took() {
            LocalDateTime until = hasEnded() || isKilled() ? endedAt : updatedAt;
            if (startedAt == null || until == null || until.isBefore(startedAt)) {
                return Duration.ZERO;
            }
            return Duration.between(startedAt, until);
        }

        private boolean isKilled() {
            return endedAt == null && status.equals("FAILED");
        }
    }

    /**
     * Puts the executions of a job's steps into the order of their numbers. Spring Batch 6.0.4 takes that with the
     * latest time of creation for the last of its step: a clock that was set back would make it do a completed step
     * again.
     */
    public void orderByNumber(long jobInstanceId) {
        transaction.executeWithoutResult(status -> jdbc.sql(Sql.get("run/equalise_create_times"))
                .params(jobInstanceId, jobInstanceId)
                .update());
    }

    /** Lists all executions of the steps of a run and of their partitions, in the order in which they were created. */
    public List<Execution> list(long runId) {
        return jdbc.sql(Sql.get("run/list_steps"))
                .param(Long.toString(runId))
                .query((row, number) -> new Execution(
                        row.getString("step_name"),
                        row.getString("status"),
                        row.getObject("started_at", LocalDateTime.class),
                        row.getObject("ended_at", LocalDateTime.class),
                        row.getObject("updated_at", LocalDateTime.class),
                        row.getLong("read_count"),
                        row.getLong("write_count")))
                .list();
    }
}
