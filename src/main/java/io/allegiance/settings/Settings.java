package io.allegiance.settings;

import io.allegiance.failure.AttentionException;
import io.allegiance.platform.sql.Sql;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The settings that the first line that lands fixes permanently: zone and reporting currency. A command that fails before
 * leaves them open.
 */
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
     * Stores the settings where none are stored, in the caller's transaction: that of the first line that lands, or of
     * the first run that reads lines.
     *
     * @throws AttentionException when the configuration differs from the stored settings
     */
    public void fix() {
        configured().forEach((name, value) -> {
            jdbc.sql(Sql.get("settings/insert_setting")).params(name, value).update();
            requireStored(name, value);
        });
    }

    /**
     * Requires that the configuration equals the stored settings, as far as any are stored; stores nothing.
     *
     * @return whether anything is stored
     * @throws AttentionException when the configuration differs
     */
    public boolean requireUnchangedSoFar() {
        Map<String, String> configured = configured();
        configured.keySet().removeIf(name -> find(name).isEmpty());
        configured.forEach(this::requireStored);
        return !configured.isEmpty();
    }

    private Map<String, String> configured() {
        Map<String, String> configured = new LinkedHashMap<>();
        configured.put("zone", business.zone().getId());
        configured.put("reporting-currency", business.reportingCurrency());
        return configured;
    }

    private void requireStored(String name, String configured) {
        String stored = find(name).orElseThrow();
        if (!stored.equals(configured)) {
            throw new AttentionException(
                    "allegiance." + name + " is " + configured + " in the configuration, but all that"
                            + " is stored was made with " + stored + "; set it back, or use a new schema (a new"
                            + " ALLEGIANCE_HOME) and import and train there");
        }
    }

    private Optional<String> find(String name) {
        return jdbc.sql(Sql.get("settings/find_setting"))
                .param(name)
                .query(String.class)
                .optional();
    }

    /** Returns whether the database is the demo's: its customers are made up. */
    public boolean isDemo() {
        return find(DEMO).isPresent();
    }

    /** Makes the database the demo's. */
    public void markDemo() {
        jdbc.sql(Sql.get("settings/insert_setting")).params(DEMO, "true").update();
    }
}
