package io.allegiance.run;

import io.allegiance.platform.sql.Sql;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/** Which program computes each run: the one that started it, or that carried it on last. */
@Repository
public final class RunPrograms {

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;

    RunPrograms(JdbcClient jdbc, TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Records the program that runs a run from now on. */
    public void set(long runId, RunProgram program) {
        transaction.executeWithoutResult(status -> jdbc.sql(Sql.get("run/set_program"))
                .params(program.buildId(), program.zone(), program.reportingCurrency(), program.earliestDate(), runId)
                .update());
    }

    /** Finds the program of a run; empty for a run of a program that did not record itself. */
    public Optional<RunProgram> find(long runId) {
        return jdbc.sql(Sql.get("run/find_program"))
                .param(runId)
                .query((row, number) -> new RunProgram(
                        row.getString("build_id"),
                        row.getString("zone"),
                        row.getString("reporting_currency"),
                        row.getObject("earliest_date", LocalDate.class)))
                .optional();
    }
}
