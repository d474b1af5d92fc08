package io.allegiance.report;

import io.allegiance.platform.sql.Sql;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is on record of a run beyond its customers: the lines it refused, and its steps as Spring Batch has them. */
@Repository
public final class RunRecords {

    private final JdbcClient jdbc;

    RunRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One execution of a step, or of a partition of it.
     *
     * @param name the step, and the partition behind a colon
     * @param startedAt by the clock of the machine that ran it
     * @param tookMillis null while it runs, or where it was killed
     */
    public record Execution(
            String name, LocalDateTime startedAt, @Nullable Long tookMillis, long read, long written) {}

    /** Lists the reasons for which a run refused lines, most lines first. */
    public List<RunReport.Rejected> listRejections(long runId) {
        return jdbc.sql(Sql.get("report/count_rejections"))
                .param(runId)
                .query((row, number) -> new RunReport.Rejected(row.getString(1), row.getLong(2)))
                .list();
    }

    /** Lists all executions of the steps of a run, in the order in which they began. */
    public List<Execution> listExecutions(long runId) {
        return jdbc.sql(Sql.get("report/list_steps"))
                .param(Long.toString(runId))
                .query((row, number) -> new Execution(
                        row.getString("step_name"),
                        row.getObject("started_at", LocalDateTime.class),
                        row.getObject("took_millis", Long.class),
                        row.getLong("read_count"),
                        row.getLong("write_count")))
                .list();
    }
}
