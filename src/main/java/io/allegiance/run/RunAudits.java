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

    /** Saves the checks of an audit of a run beside those of earlier ones, in the caller's transaction. */
    public void save(long runId, List<AuditCheck> checks) {
        int audit = jdbc.sql(Sql.get("run/get_next_audit"))
                .param(runId)
                .query(Integer.class)
                .single();
        checks.forEach(check -> jdbc.sql(Sql.get("run/save_audit"))
                .params(runId, audit, check.name(), check.expected(), check.actual(), check.balanced())
                .update());
    }

    /** Lists the checks of the last audit of a run by name. */
    public List<AuditCheck> list(long runId) {
        return jdbc.sql(Sql.get("run/list_audit"))
                .params(runId, runId)
                .query((row, number) ->
                        new AuditCheck(row.getString(1), row.getString(2), row.getString(3), row.getBoolean(4)))
                .list();
    }
}
