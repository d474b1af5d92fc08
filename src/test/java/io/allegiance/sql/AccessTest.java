package io.allegiance.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.allegiance.testing.Commands;
import io.allegiance.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLSyntaxErrorException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each role of {@code sql/access} can do, and what it cannot. */
@Tag("database")
class AccessTest {

    @AutoClose
    private static final TestDatabase.Schema SCHEMA = TestDatabase.freshSchema();

    @TempDir
    private static Path folder;

    @AutoClose
    private static Accounts accounts;

    @BeforeAll
    static void twoNightsAreRunWithNoMoreThanTheRightsOfTheNight() throws IOException {
        accounts = Accounts.create(SCHEMA, folder.resolve("home"));
        SmallShop.landUpToFirstNight(as("night"), folder);
        as("night").succeed("train", "--as-of", SmallShop.FIRST_NIGHT.toString());
        as("night").succeed("nightly", "--date", SmallShop.FIRST_NIGHT.toString());
        SmallShop.landSecondNight(as("night"), folder);
        landOneOfTwoLines();
        as("night").run("nightly", "--date", SmallShop.SECOND_NIGHT.toString()).endedWith(3);
        TestDatabase.administrate("INSERT INTO " + SCHEMA.name() + ".publication_outcome (publication, group_kind,"
                + " group_name, score_date, customers, churned, mean_churn, observed_churn, as_of, run_id)"
                + " VALUES (1, 'ALL', 'ALL', '" + SmallShop.FIRST_NIGHT + "', 100, 30, 0.31, 0.3, '2025-12-01', 9)");
    }

    private static void landOneOfTwoLines() throws IOException {
        Path lines = folder.resolve("one-of-two.csv");
        Files.writeString(
                lines,
                "customer_id,transaction_ts,amount\nC000007," + SmallShop.SECOND_NIGHT + " 10:00:01,5.00\nC000007,"
                        + SmallShop.SECOND_NIGHT + " 10:00:02,none\n");
        as("night").run("import", lines.toString()).endedWith(3);
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
                    .isThrownBy(() -> accounts.execute("night", "DELETE FROM " + table))
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
                    .isThrownBy(() -> accounts.execute("night", statement))
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
                "score_pointer",
                "score_freshness",
                "publication_outcome")) {
            assertThat(accounts.count("crm", published)).as(published).isPositive();
        }
        assertThat(accounts.count("crm", "current_customer_score_horizon"))
                .as("no further horizon is configured")
                .isZero();
        for (String hidden : List.of(
                "customer_score",
                "customer_score_horizon",
                "transaction_line",
                "source_transaction",
                "customer_day",
                "segment_feed",
                "segment_change_pending",
                "run")) {
            assertThatExceptionOfType(SQLSyntaxErrorException.class)
                    .as(hidden)
                    .isThrownBy(() -> accounts.count("crm", hidden))
                    .withMessageContaining("denied");
        }
        assertThatExceptionOfType(SQLSyntaxErrorException.class)
                .isThrownBy(() -> accounts.execute("crm", "DELETE FROM segment_change"))
                .withMessageContaining("denied");
    }

    @Test
    void upstreamAnnouncesDaysAndSeesNothing() throws SQLException {
        TestDatabase.administrate("GRANT " + accounts.prefix() + "feeder TO " + accounts.name("crm"));
        try (Connection connection = accounts.connect("crm");
                Statement statement = connection.createStatement()) {
            statement.execute("SET ROLE " + accounts.prefix() + "feeder");
            statement.execute("INSERT INTO feed_manifest (business_date, line_count) VALUES ('2020-01-01', 3)");
            statement.execute("DELETE FROM feed_manifest WHERE business_date = '2020-01-01'");
            assertThatExceptionOfType(SQLSyntaxErrorException.class)
                    .isThrownBy(() -> statement.executeQuery("SELECT COUNT(*) FROM transaction_line"))
                    .withMessageContaining("denied");
        } finally {
            TestDatabase.administrate("REVOKE " + accounts.prefix() + "feeder FROM " + accounts.name("crm"));
        }
    }

    @Test
    void whoObservesSeesFiguresAndNobody() throws SQLException {
        for (String hidden : List.of(
                "SELECT COUNT(*) FROM customer_score",
                "SELECT COUNT(*) FROM current_customer_score",
                "SELECT COUNT(*) FROM customer_score_history",
                "SELECT COUNT(*) FROM segment_change",
                "SELECT COUNT(*) FROM transaction_line",
                "SELECT COUNT(*) FROM source_transaction",
                "SELECT COUNT(*) FROM customer_day",
                "SELECT line FROM import_rejection",
                "SELECT transaction_id FROM source_rejection",
                "SELECT configuration FROM run",
                "SELECT held_by FROM publication_hold",
                "DELETE FROM segment_summary")) {
            assertThatExceptionOfType(SQLSyntaxErrorException.class)
                    .as(hidden)
                    .isThrownBy(() -> accounts.execute("grafana", hidden))
                    .withMessageContaining("denied");
        }
    }

    @Test
    void whoObservesMayAskAllThatTheDashboardAsks() throws SQLException {
        try (Connection observer = accounts.connect("grafana")) {
            List<DashboardAnswer> answers = DashboardAnswer.ofAll(observer);
            assertThat(answers).hasSizeGreaterThan(20).allSatisfy(DashboardAnswer::fitsItsPanel);
            assertThat(answers)
                    .filteredOn(answer -> answer.of().equals("Nights on a calendar"))
                    .flatExtracting(DashboardAnswer::rows)
                    .containsExactly(
                            Arrays.asList("2025-09-01", "COMPLETED", "COMPLETED", null, null, null, null, null));
            assertThat(answers)
                    .filteredOn(answer -> answer.of().equals("Nights by step"))
                    .flatExtracting(answer -> answer.column("metric"))
                    .startsWith("openDay", "takeInTransactions", "updateHistories")
                    .hasSize(2 * 8);
            assertThat(answers)
                    .filteredOn(answer -> answer.of().equals("Rejected lines by reason"))
                    .flatExtracting(DashboardAnswer::rows)
                    .hasSize(1);
        }
    }

    private static Commands as(String account) {
        return accounts.as(account);
    }
}
