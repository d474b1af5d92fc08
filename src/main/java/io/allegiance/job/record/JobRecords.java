package io.allegiance.job.record;

import io.allegiance.failure.AttentionException;
import io.allegiance.platform.sql.Sql;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Checks what Spring Batch's tables hold of a job before Spring Batch reads it. An account that may write there could else make it
 * build any object: from a context, or from a parameter, whose class the table names.
 */
@Repository
public final class JobRecords {

    private final JdbcClient jdbc;

    JobRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Context(String execution, String table, String text) {}

    /**
     * Requires that the parameters and contexts of all executions of a job instance are such as this program writes.
     *
     * @throws AttentionException naming the first execution of which one is not; none of it was made an object
     */
    public void requireSound(long jobInstanceId) {
        listForeignParameters(jobInstanceId).stream().findFirst().ifPresent(execution -> {
            throw refusal("a parameter of " + execution, "BATCH_JOB_EXECUTION_PARAMS");
        });
        for (Context each : listContexts(jobInstanceId)) {
            if (!ContextSerializer.isReadable(each.text())) {
                throw refusal("the context of " + each.execution(), each.table());
            }
        }
    }

    /**
     * Requires the same of the job instance that a step execution is of.
     *
     * @throws AttentionException as {@link #requireSound} does
     */
    public void requireSoundAround(long stepExecutionId) {
        jdbc.sql(Sql.get("job/record/find_instance_of_step"))
                .param(stepExecutionId)
                .query(Long.class)
                .optional()
                .ifPresent(this::requireSound);
    }

    private List<String> listForeignParameters(long jobInstanceId) {
        return jdbc.sql(Sql.get("job/record/list_foreign_parameters"))
                .param(jobInstanceId)
                .query(String.class)
                .list();
    }

    private List<Context> listContexts(long jobInstanceId) {
        return jdbc.sql(Sql.get("job/record/list_contexts"))
                .params(jobInstanceId, jobInstanceId)
                .query((row, number) -> new Context(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }

    private static AttentionException refusal(String what, String table) {
        return new AttentionException(
                what + ", a row of " + table + ", is none that this program writes, and was not read:"
                        + " find out who wrote it, delete the row, which nothing needs, and run the same command again");
    }
}
