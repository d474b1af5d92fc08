package io.allegiance.run;

import io.allegiance.platform.sql.Sql;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The control totals of runs. */
@Repository
public final class RunAudits {

    private final JdbcClient jdbc;

    RunAudits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Saves the checks of a run, in the caller's transaction. */
    public void save(long runId, List<AuditCheck> checks) {
        checks.forEach(check -> jdbc.sql(Sql.get("run/save_audit"))
                .params(runId, check.name(), check.expected(), check.actual(), check.balanced())
                .update());
    }

    /** Lists the checks of a run by name. */
    public List<AuditCheck> list(long runId) {
        return jdbc.sql(Sql.get("run/list_audit"))
                .param(runId)
                .query((row, number) ->
                        new AuditCheck(row.getString(1), row.getString(2), row.getString(3), row.getBoolean(4)))
                .list();
    }
}
