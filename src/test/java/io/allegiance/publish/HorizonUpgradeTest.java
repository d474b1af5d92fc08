package io.allegiance.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.testing.TestDatabase;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database of before the horizon could change: its publications are over the horizon that was fixed then. */
@Tag("database")
class HorizonUpgradeTest {

    @AutoClose
    private static final TestDatabase.Schema SCHEMA = TestDatabase.freshSchema();

    private final JdbcClient jdbc = JdbcClient.create(SCHEMA.dataSource());

    @Test
    void publicationsKeepTheHorizonThatWasFixed() {
        SCHEMA.migrateTo("19");
        execute("INSERT INTO setting (name, value) VALUES ('horizon-days', '60'), ('zone', 'UTC')");
        execute("INSERT INTO score_publication (publication, score_date, run_id, slot, customers, scored, score_digest,"
                + " row_digest, published_at, good_until) VALUES (8, '2025-12-30', 1, 3, 3, 3, '', '', '2025-12-31',"
                + " '2026-01-01')");

        SCHEMA.migrateTo("20");
        assertThat(text("SELECT CONCAT(horizon_days, ' ', COALESCE(horizon_digest, 'none')) FROM score_publication"))
                .isEqualTo("60 none");
        assertThat(text("SELECT GROUP_CONCAT(name) FROM setting")).isEqualTo("zone");
        assertThat(text("SELECT COUNT(*) FROM current_customer_score_horizon")).isEqualTo("0");
    }

    private void execute(String statement) {
        jdbc.sql(statement).update();
    }

    private String text(String query) {
        return jdbc.sql(query).query(String.class).single();
    }
}
