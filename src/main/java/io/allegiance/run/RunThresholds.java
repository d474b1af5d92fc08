package io.allegiance.run;

import io.allegiance.platform.sql.Sql;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The thresholds that runs froze. */
@Repository
public final class RunThresholds {

    private final JdbcClient jdbc;

    RunThresholds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Saves the thresholds of a run by name, in the caller's transaction. */
    public void save(long runId, Map<String, String> thresholds) {
        thresholds.forEach((name, value) -> jdbc.sql(Sql.get("run/save_threshold"))
                .params(runId, name, value)
                .update());
    }

    /** Returns the thresholds of a run. */
    public Map<String, String> get(long runId) {
        Map<String, String> thresholds = new HashMap<>();
        jdbc.sql(Sql.get("run/list_thresholds")).param(runId).query(row -> {
            thresholds.put(row.getString(1), row.getString(2));
        });
        return thresholds;
    }
}
