package io.allegiance.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.allegiance.testing.Commands;
import io.allegiance.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLSyntaxErrorException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each role of {@code sql/access} can do, and what it cannot. */
@Tag("database")
class AccessTest {

    private static final String PASSWORD = UUID.randomUUID().toString();
    private static final List<String> ROLES = List.of("migrate", "nightly", "maintain", "feeder", "reader");
    private static final List<String> ACCOUNTS = List.of("migrator", "night", "maintainer", "crm");

    @AutoClose
    private static final TestDatabase.Schema SCHEMA = TestDatabase.freshSchema();

    /** In place of allegiance_, because roles and accounts belong to the server, which other tests use too. */
    private static final String PREFIX = SCHEMA.name().substring(0, 14) + "_";

    @TempDir
    private static Path folder;

    @BeforeAll
    static void twoNightsAreRunWithNoMoreThanTheRightsOfTheNight() {
        administrate("access/roles.sql");
        administrate("access/accounts.sql");
        ACCOUNTS.forEach(account ->
                TestDatabase.administrate("ALTER USER " + name(account) + " IDENTIFIED BY '" + PASSWORD + "'"));
        as("migrator").succeed("migrate");
        administrate("access/tables.sql");
        SmallShop.landUpToFirstNight(as("night"), folder);
        as("night").succeed("train", "--as-of", SmallShop.FIRST_NIGHT.toString());
        as("night").succeed("nightly", "--date", SmallShop.FIRST_NIGHT.toString());
        SmallShop.landSecondNight(as("night"), folder);
        as("night").succeed("nightly", "--date", SmallShop.SECOND_NIGHT.toString());
    }

    @AfterAll
    static void dropAccountsAndRoles() {
        ACCOUNTS.forEach(account -> TestDatabase.administrate("DROP USER " + name(account)));
        ROLES.forEach(role -> TestDatabase.administrate("DROP ROLE " + PREFIX + role));
    }

    @Test
    void theNightCanAlsoAskForStatusScoresAndModels() {
        assertThat(as("night").succeed("status")).contains("published   " + SmallShop.SECOND_NIGHT);
        assertThat(as("night").succeed("models")).contains("ACTIVE");
        assertThat(as("night").succeed("scores", "--customer", "C000007")).contains("SCORED");
    }

    @Test
    void theDoctorKnowsWhatEachAccountMayDo() {
        assertThat(as("night").succeed("doctor"))
                .contains("may do all that nights do; 'maintain' would also need")
                .contains("DROP on customer_score");
        assertThat(as("maintainer").succeed("doctor")).contains("may do all that nights and 'maintain' do");
        assertThat(as("crm").run("doctor").endedWith(21).stdout()).contains("FAIL");
    }

    @Test
    void theNightDeletesNothingThatWasPublished() {
        for (String table : List.of("customer_score", "score_publication", "segment_change", "run", "model_version")) {
            assertThatExceptionOfType(SQLSyntaxErrorException.class)
                    .as(table)
                    .isThrownBy(() -> execute("night", "DELETE FROM " + table))
                    .withMessageContaining("denied");
        }
    }

    @Test
    void theNightDefinesNoData() {
        for (String statement : List.of(
                "CREATE TABLE intruder (one INT)",
                "DROP TABLE customer_score",
                "TRUNCATE TABLE customer_score",
                "ALTER TABLE customer_score TRUNCATE PARTITION slot_00",
                "CREATE OR REPLACE VIEW source_transaction AS SELECT 1 AS one")) {
            assertThatExceptionOfType(SQLSyntaxErrorException.class)
                    .as(statement)
                    .isThrownBy(() -> execute("night", statement))
                    .withMessageContaining("denied");
        }
    }

    @Test
    void onlyMaintenanceEmptiesSlots() {
        Commands.Result refused = keepingOne("night").run("maintain").endedWith(21);
        assertThat(refused.stderr()).contains("sql/access");
        assertThat(keepingOne("maintainer").succeed("maintain")).contains("slots emptied 1\n");
        assertThat(as("night").succeed("status")).contains("free slots  63");
    }

    private static Commands keepingOne(String account) {
        return as(account).with("allegiance.maintain.publications-kept", 1);
    }

    @Test
    void aReaderSeesWhatIsPublishedAndNothingElse() throws SQLException {
        for (String published : List.of(
                "current_customer_score",
                "customer_score_history",
                "segment_change",
                "segment_summary",
                "score_publication",
                "score_pointer")) {
            assertThat(count("crm", published)).as(published).isPositive();
        }
        assertThat(count("crm", "current_customer_score_horizon"))
                .as("no further horizon is configured")
                .isZero();
        assertThat(count("crm", "publication_outcome"))
                .as("no publication is old enough")
                .isZero();
        for (String hidden : List.of(
                "customer_score",
                "customer_score_horizon",
                "transaction_line",
                "source_transaction",
                "customer_day",
                "run")) {
            assertThatExceptionOfType(SQLSyntaxErrorException.class)
                    .as(hidden)
                    .isThrownBy(() -> count("crm", hidden))
                    .withMessageContaining("denied");
        }
        assertThatExceptionOfType(SQLSyntaxErrorException.class)
                .isThrownBy(() -> execute("crm", "DELETE FROM segment_change"))
                .withMessageContaining("denied");
    }

    @Test
    void upstreamAnnouncesDaysAndSeesNothing() throws SQLException {
        TestDatabase.administrate("GRANT " + PREFIX + "feeder TO " + name("crm"));
        try (Connection connection = connect("crm");
                Statement statement = connection.createStatement()) {
            statement.execute("SET ROLE " + PREFIX + "feeder");
            statement.execute("INSERT INTO feed_manifest (business_date, line_count) VALUES ('2020-01-01', 3)");
            statement.execute("DELETE FROM feed_manifest WHERE business_date = '2020-01-01'");
            assertThatExceptionOfType(SQLSyntaxErrorException.class)
                    .isThrownBy(() -> statement.executeQuery("SELECT COUNT(*) FROM transaction_line"))
                    .withMessageContaining("denied");
        } finally {
            TestDatabase.administrate("REVOKE " + PREFIX + "feeder FROM " + name("crm"));
        }
    }

    private static long count(String account, String table) throws SQLException {
        try (Connection connection = connect(account);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void execute(String account, String sql) throws SQLException {
        try (Connection connection = connect(account);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect(String account) throws SQLException {
        return DriverManager.getConnection(SCHEMA.jdbcUrl(), PREFIX + account, PASSWORD);
    }

    private static Commands as(String account) {
        return Commands.on(SCHEMA, folder.resolve("home"))
                .with("spring.datasource.username", PREFIX + account)
                .with("spring.datasource.password", PASSWORD);
    }

    private static String name(String account) {
        return "'" + PREFIX + account + "'@'%'";
    }

    private static void administrate(String file) {
        SqlFile.statements(file, AccessTest::adapt).forEach(TestDatabase::administrate);
    }

    /** Other names, and what MariaDB says otherwise, as accounts.sql tells. */
    private static String adapt(String text) {
        String named = text.replace("allegiance.", SCHEMA.name() + ".").replace("allegiance_", PREFIX);
        return TestDatabase.isEmbedded()
                ? named.replace("IDENTIFIED BY RANDOM PASSWORD", "").replaceAll("(SET DEFAULT ROLE \\w+) TO", "$1 FOR")
                : named;
    }
}
