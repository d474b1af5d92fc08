package io.allegiance.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.allegiance.testing.Commands;
import io.allegiance.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Each account of {@code sql/access} runs what it is for, with its grants and no more, and none can change what is published, audited or
 * decided.
 */
@Tag("database")
class LeastRightsTest {

    private static final String[] ADA = {"--by", "Ada", "--reason", "tried"};

    @AutoClose
    private static final TestDatabase.Schema SCHEMA = TestDatabase.freshSchema();

    @TempDir
    private static Path folder;

    @AutoClose
    private static Accounts accounts;

    @BeforeAll
    static void twoNightsAreRunWithNoMoreThanTheRightsOfTheScheduler() {
        accounts = Accounts.create(SCHEMA, folder.resolve("home"));
        SmallShop.landUpToFirstNight(as("importer"), folder);
        as("scheduler").succeed("train", "--as-of", SmallShop.FIRST_NIGHT.toString());
        as("scheduler").succeed("nightly", "--date", SmallShop.FIRST_NIGHT.toString());
        SmallShop.landSecondNight(as("importer"), folder);
        as("scheduler").succeed("nightly", "--date", SmallShop.SECOND_NIGHT.toString());
    }

    @Test
    void theNightDecidesAllThatPeopleDecide() throws IOException {
        String first = SmallShop.FIRST_NIGHT.toString();
        String second = SmallShop.SECOND_NIGHT.toString();
        String third = SmallShop.SECOND_NIGHT.plusDays(1).toString();
        Commands night = as("night");
        night.succeed(with("hold"));
        night.succeed("release", "--by", "Ada");
        night.succeed(with("rollback", "--to", first));
        night.succeed("nightly", "--date", second);
        night.succeed(with("models", "--promote", model()));
        night.run("nightly", "--date", third).endedWith(11);
        night.succeed(with("abandon", "--date", third));
        night.run("nightly", "--date", third).endedWith(11);
        night.succeed(with("publish", "--date", third, "--force"));
        night.succeed(
                with("nightly", "--date", SmallShop.SECOND_NIGHT.plusDays(2).toString(), "--confirm-empty"));
        night.succeed("scores", "--export", folder.resolve("night.csv").toString());

        Path wrong = Files.writeString(
                folder.resolve("wrong.csv"),
                "transaction_id,customer_id,occurred_at,type,amount\n"
                        + "W1,C000007,2025-09-02T10:00:00,PURCHASE,5.00\n"
                        + "W2,C000007,2025-09-02T10:00:00,PURCHASE,five\n");
        as("importer").run("import", wrong.toString()).endedWith(3);
        as("importer").run("replay").endedWith(3);
        night.run("replay").endedWith(3);
        night.succeed(with("rejects", "--close", "3:3"));
        night.succeed(with("import", "--undo", "3"));

        assertThat(night.succeed("decisions"))
                .contains("as " + accounts.prefix() + "night@% (" + accounts.prefix() + "night@")
                .containsSubsequence(
                        "HOLD",
                        "RELEASE",
                        "ROLLBACK",
                        "PROMOTE",
                        "ABANDON",
                        "FORCE",
                        "CONFIRM",
                        "EXPORT",
                        "CLOSE",
                        "UNDO");
    }

    private static String model() {
        return JdbcClient.create(SCHEMA.dataSource())
                .sql("SELECT MAX(model_version) FROM model_version")
                .query(String.class)
                .single();
    }

    @Test
    void whoMayLookSeesScoresAndWritesNothing() {
        Commands viewer = as("viewer");
        assertThat(viewer.succeed("status")).contains("published   ");
        assertThat(viewer.succeed("models")).contains("ACTIVE");
        assertThat(viewer.succeed("scores", "--customer", "C000007")).contains("SCORED");
        assertThat(viewer.succeed("explain", "--customer", "C000007")).contains("C000007");
        viewer.succeed("decisions");
        Path file = folder.resolve("viewer.csv");
        viewer.run("scores", "--export", file.toString()).refusedWith(21, "every export is recorded");
        assertThat(file).doesNotExist();
        viewer.run("nightly", "--date", SmallShop.SECOND_NIGHT.toString()).endedWith(21);
        viewer.run(with("hold")).endedWith(21);
    }

    @Test
    void theDoctorKnowsWhatEachAccountMayDo() {
        assertThat(as("night").succeed("doctor"))
                .contains("may do all that nights do; 'maintain' would also need")
                .contains("DROP on customer_score")
                .doesNotContain("what no command does");
        assertThat(as("scheduler").succeed("doctor"))
                .contains("may do what runs unattended; ", "UPDATE (released_at, released_by) on publication_hold")
                .doesNotContain("what no command does");
        assertThat(as("maintainer").succeed("doctor"))
                .contains("may do all that nights and 'maintain' do")
                .doesNotContain("what no command does");
        assertThat(as("importer").run("doctor").stdout())
                .contains("warn  rights            this account may import and replay, and no more");
        assertThat(as("viewer").succeed("doctor")).contains("warn  rights            this account may only look: ");
        assertThat(as("crm").run("doctor").endedWith(21).stdout()).contains("FAIL");
    }

    @Test
    void theDoctorNamesARightTooFewAndOneTooMany() {
        TestDatabase.administrate("REVOKE UPDATE (rolled_back_by) ON " + SCHEMA.name() + ".score_publication FROM "
                + accounts.prefix() + "nightly");
        TestDatabase.administrate("GRANT UPDATE (row_digest) ON " + SCHEMA.name() + ".score_publication TO "
                + accounts.prefix() + "nightly");
        TestDatabase.administrate("GRANT DELETE ON " + SCHEMA.name() + ".decision TO " + accounts.prefix() + "nightly");
        try {
            assertThat(as("night").succeed("doctor"))
                    .contains(
                            "would also need UPDATE (rolled_back_by) on score_publication, which allegiance_nightly has")
                    .contains("may also do what no command does: DELETE on decision, UPDATE on score_publication => ");
        } finally {
            accounts.grant();
            TestDatabase.administrate("REVOKE UPDATE (row_digest) ON " + SCHEMA.name() + ".score_publication FROM "
                    + accounts.prefix() + "nightly");
            TestDatabase.administrate(
                    "REVOKE DELETE ON " + SCHEMA.name() + ".decision FROM " + accounts.prefix() + "nightly");
        }
        TestDatabase.administrate(
                "REVOKE INSERT ON " + SCHEMA.name() + ".run_audit FROM " + accounts.prefix() + "scheduled");
        try {
            assertThat(as("night").run("doctor").endedWith(21).stdout())
                    .contains(
                            "this account lacks INSERT (actual, audit, balanced, expected, name, run_id) on run_audit");
        } finally {
            accounts.grant();
        }
        assertThat(as("migrator").run("doctor").stdout()).contains("warn  rights            this account may also do");
    }

    /** Whatever can be updated and deleted on this server is what the files grant, column by column. */
    @ParameterizedTest
    @ValueSource(strings = {"night", "scheduler", "maintainer", "importer", "viewer", "crm"})
    void theServerAllowsWhatTheFilesGrantAndNothingElse(String account) throws SQLException {
        GrantFile granted = GrantFile.of(Accounts.role(account));
        List<String> allowed = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        try (Connection connection = accounts.connect(account);
                Statement statement = connection.createStatement()) {
            for (GrantFile.Column column : GrantFile.columns(SCHEMA)) {
                String update = "UPDATE " + column.table() + " SET " + column.name() + " = NULL WHERE FALSE";
                if (isAllowed(statement, update)) {
                    allowed.add(update);
                }
                if (granted.mayUpdate(column)) {
                    expected.add(update);
                }
            }
            for (String table : GrantFile.tables(SCHEMA)) {
                String delete = "DELETE FROM " + table + " LIMIT 0";
                if (isAllowed(statement, delete)) {
                    allowed.add(delete);
                }
                if (granted.mayDelete(table)) {
                    expected.add(delete);
                }
            }
        }
        assertThat(allowed).containsExactlyElementsOf(expected);
    }

    /** A column that may not be NULL is refused for that only where the right is there. */
    private static boolean isAllowed(Statement statement, String sql) throws SQLException {
        try {
            statement.execute(sql);
            return true;
        } catch (SQLException e) {
            if (e.getErrorCode() == 1142 || e.getErrorCode() == 1143) {
                return false;
            }
            if (e.getErrorCode() == 1048) {
                return true;
            }
            throw e;
        }
    }

    /** What the night's account could do before, and each of these statements was tried then. */
    @ParameterizedTest
    @ValueSource(strings = {"night", "scheduler", "maintainer", "importer", "viewer", "crm"})
    void whatIsPublishedOrDecidedIsChangedByNobody(String account) {
        for (String attack : List.of(
                "UPDATE customer_score SET churn_probability = 0",
                "UPDATE customer_score_horizon SET churn_probability = 0",
                "REPLACE INTO customer_score SELECT * FROM customer_score",
                "INSERT INTO customer_score SELECT * FROM customer_score ON DUPLICATE KEY UPDATE churn_probability = 0",
                "DELETE FROM customer_score",
                "UPDATE score_publication SET score_digest = row_digest",
                "UPDATE score_publication SET row_digest = score_digest",
                "UPDATE score_publication SET forced_by = NULL",
                "UPDATE score_publication SET published_at = good_until",
                "DELETE FROM score_publication",
                "UPDATE segment_change SET to_segment = 'LOYAL'",
                "UPDATE segment_feed SET to_segment = 'LOYAL'",
                "UPDATE segment_change_pending SET to_segment = 'LOYAL'",
                "INSERT INTO segment_change SELECT * FROM segment_change",
                "INSERT INTO segment_feed SELECT * FROM segment_feed",
                "UPDATE segment_summary SET customers = 1",
                "UPDATE publication_hold SET held_by = 'somebody else'",
                "UPDATE publication_hold SET reason = 'another'",
                "DELETE FROM publication_hold",
                "UPDATE model_version SET document = '{}'",
                "UPDATE model_version SET as_of = '2020-01-01'",
                "DELETE FROM model_version",
                "UPDATE setting SET value = 'XXX'",
                "DELETE FROM setting",
                "UPDATE flyway_schema_history SET success = 0",
                "DELETE FROM flyway_schema_history",
                "INSERT INTO flyway_schema_history SELECT * FROM flyway_schema_history",
                "UPDATE run_audit SET balanced = TRUE",
                "UPDATE decision SET given_name = 'somebody else'",
                "DELETE FROM decision",
                "TRUNCATE TABLE decision",
                "INSERT INTO decision (decision_id, kind, subject, os_user, os_host, program_version, previous_hash,"
                        + " database_user) VALUES (999, 'HOLD', 's', 'u', 'h', 'v', 'p', 'root@%')",
                "INSERT INTO decision (decision_id, kind, subject, os_user, os_host, program_version, previous_hash,"
                        + " decided_at) VALUES (999, 'HOLD', 's', 'u', 'h', 'v', 'p', '2020-01-01')",
                "CREATE TABLE intruder (one INT)",
                "DROP TABLE score_publication",
                "TRUNCATE TABLE run_audit",
                "ALTER TABLE decision DROP COLUMN decided_at",
                "CREATE TRIGGER intruder BEFORE INSERT ON decision FOR EACH ROW SET NEW.os_user = 'x'",
                "CREATE OR REPLACE VIEW source_transaction AS SELECT 1 AS one")) {
            assertDenied(account, attack);
        }
    }

    @Test
    void eachAccountIsKeptFromWhatTheOthersDo() {
        for (String account : List.of("scheduler", "importer", "viewer", "crm")) {
            assertDenied(
                    account,
                    "INSERT INTO publication_hold (held_by, reason, held_at) VALUES ('a', 'b', UTC_TIMESTAMP())");
            assertDenied(account, "UPDATE publication_hold SET released_by = 'a'");
            assertDenied(account, "UPDATE score_publication SET rolled_back_by = 'a'");
            assertDenied(account, "UPDATE model_version SET promoted_by = 'a'");
            assertDenied(account, "UPDATE run SET forced_by = 'a'");
            assertDenied(account, "UPDATE run SET abandoned_by = 'a'");
            assertDenied(account, "UPDATE import_file SET undone_by = 'a'");
            assertDenied(account, "UPDATE import_rejection SET dismissed_by = 'a'");
        }
        for (String account : List.of("night", "scheduler", "importer", "viewer", "crm")) {
            assertDenied(account, "TRUNCATE TABLE customer_score");
            assertDenied(account, "ALTER TABLE customer_score TRUNCATE PARTITION slot_00");
            assertDenied(account, "DELETE FROM run_audit");
            assertDenied(account, "REPLACE INTO run_audit SELECT * FROM run_audit");
            assertDenied(account, "DELETE FROM segment_change");
            assertDenied(account, "DELETE FROM segment_feed");
            assertDenied(account, "DELETE FROM run");
            assertDenied(account, "UPDATE score_publication SET retained = FALSE");
        }
        for (String account : List.of("importer", "viewer", "crm")) {
            assertDenied(account, "UPDATE score_pointer SET publication = 1");
            assertDenied(account, "INSERT INTO customer_score SELECT * FROM customer_score");
            assertDenied(account, "INSERT INTO decision (decision_id) VALUES (999)");
            assertDenied(account, "INSERT INTO run (job) VALUES ('nightly')");
            assertDenied(account, "DELETE FROM customer_day");
        }
        assertDenied("importer", "SELECT COUNT(*) FROM customer_day");
        assertDenied("importer", "SELECT COUNT(*) FROM customer_score");
        assertDenied("importer", "SELECT COUNT(*) FROM current_customer_score");
        assertDenied("viewer", "SELECT COUNT(*) FROM transaction_line");
        assertDenied("viewer", "SELECT COUNT(*) FROM source_transaction");
        assertDenied("viewer", "UPDATE run_lease SET token = token + 1");
        assertDenied("viewer", "INSERT INTO transaction_line (transaction_id) VALUES ('x')");
    }

    private static void assertDenied(String account, String sql) {
        assertThatThrownBy(() -> accounts.execute(account, sql))
                .as("%s: %s", account, sql)
                .isInstanceOf(SQLException.class)
                .hasMessageMatching("(?s).*(denied|do not have the SUPER privilege).*");
    }

    private static String[] with(String... command) {
        return Stream.of(command, ADA).flatMap(Arrays::stream).toArray(String[]::new);
    }

    @Test
    void onlyMaintenanceEmptiesSlots() {
        String kept = "allegiance.maintain.publications-kept";
        assertThat(as("night").with(kept, 1).run("maintain").endedWith(21).stderr())
                .contains("sql/access");
        assertThat(as("maintainer").with(kept, 1).succeed("maintain")).containsPattern("slots emptied [1-9]");
        assertThat(as("maintainer").succeed("decisions")).contains("MAINTAIN  to delete (");
    }

    private static Commands as(String account) {
        return accounts.as(account);
    }
}
