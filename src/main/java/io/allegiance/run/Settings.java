package io.allegiance.run;

import io.allegiance.failure.AttentionException;
import io.allegiance.platform.Sql;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the first command that writes fixes for good: zone, reporting currency, horizon. */
@Repository
public final class Settings {

    private static final String DEMO = "demo";

    private final JdbcClient jdbc;
    private final BusinessSettings business;

    Settings(JdbcClient jdbc, BusinessSettings business) {
        this.jdbc = jdbc;
        this.business = business;
    }

    /**
     * Gets the settings, after storing them on the first call of all.
     *
     * @throws AttentionException when the configuration says otherwise than what is stored
     */
    public BusinessSettings requireUnchanged() {
        Map<String, String> configured = new LinkedHashMap<>();
        configured.put("zone", business.zone().getId());
        configured.put("reporting-currency", business.reportingCurrency());
        configured.put("horizon-days", Integer.toString(business.horizonDays()));
        configured.forEach(this::requireUnchanged);
        return business;
    }

    private void requireUnchanged(String name, String configured) {
        jdbc.sql(Sql.get("run/insert_setting")).params(name, configured).update();
        String stored = jdbc.sql(Sql.get("run/find_setting"))
                .param(name)
                .query(String.class)
                .single();
        if (!stored.equals(configured)) {
            throw new AttentionException(
                    "allegiance." + name + " is " + configured + " in the configuration, but all that"
                            + " is stored was made with " + stored + "; set it back, or use a new schema (a new"
                            + " ALLEGIANCE_HOME) and import and train there");
        }
    }

    /** Whether the database is the demo's: its customers are made up. */
    public boolean isDemo() {
        return jdbc.sql(Sql.get("run/find_setting"))
                .param(DEMO)
                .query(String.class)
                .optional()
                .isPresent();
    }

    /** Makes the database the demo's. */
    public void markDemo() {
        jdbc.sql(Sql.get("run/insert_setting")).params(DEMO, "true").update();
    }
}
