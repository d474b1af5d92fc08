package io.allegiance.run;

import io.allegiance.platform.Sql;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far a run's steps are, as Spring Batch recorded it. */
@Repository
public final class RunSteps {

    private final JdbcClient jdbc;

    RunSteps(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
    public record StepLine(String name, String status, long read, long written, double seconds) {}

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
