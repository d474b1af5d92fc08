package io.allegiance.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.allegiance.testing.TestDatabase;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What of the embedded server somebody could reach: the reasons for which faults of its version do not matter. */
@Tag("database")
class EmbeddedExposureTest {

    @AutoClose
    private static final TestDatabase.Schema SCHEMA = TestDatabase.freshSchema();

    private final JdbcClient database = JdbcClient.create(SCHEMA.dataSource());

    @BeforeAll
    static void onTheEmbeddedServer() {
        assumeTrue(TestDatabase.isEmbedded(), "a MySQL is its administrator's");
    }

    @Test
    void itListensOnTheLoopbackAddressAlone() {
        assertThat(text("SELECT @@bind_address")).isEqualTo("127.0.0.1");
        assertThat(text("SELECT @@socket")).isEmpty();
    }

    @Test
    void itsAccountsAreThoseOfThisProgramOnThisMachine() {
        // Other tests have accounts of their own on this server
        assertThat(
                        texts(
                                "SELECT CONCAT(user, '@', host) FROM mysql.global_priv WHERE (user LIKE 'allegiance%' OR user IN"
                                        + " ('', 'root', 'mysql', 'mariadb.sys')) AND NOT COALESCE(JSON_VALUE(priv, '$.account_locked'), 0)"))
                .isNotEmpty()
                .allMatch(account -> account.matches("allegiance[a-z_]*@127\\.0\\.0\\.1"));
        assertThat(SCHEMA.password()).matches("[0-9a-f]{32,}");
    }

    @Test
    void itHasNoClusterReplicationRoutineOrForeignEngine() {
        assertThat(text("SELECT @@wsrep_on")).isEqualTo("0");
        assertThat(text("SELECT @@wsrep_provider")).isEqualTo("none");
        assertThat(text("SELECT @@log_bin")).isEqualTo("0");
        assertThat(
                        texts(
                                "SELECT routine_name FROM information_schema.routines WHERE routine_schema NOT IN ('sys', 'mysql')"))
                .isEmpty();
        assertThat(Set.copyOf(texts(
                        "SELECT plugin_library FROM information_schema.plugins" + " WHERE plugin_library IS NOT NULL")))
                .as("plugins that are no part of the server")
                .isEmpty();
    }

    private String text(String query) {
        return database.sql(query).query(String.class).single();
    }

    private List<String> texts(String query) {
        return database.sql(query).query(String.class).list();
    }
}
