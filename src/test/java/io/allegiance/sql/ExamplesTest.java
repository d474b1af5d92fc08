package io.allegiance.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.testing.Commands;
import io.allegiance.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** {@code sql/examples} and {@code sql/runbook} against two published nights. */
@Tag("database")
class ExamplesTest {

    @AutoClose
    private static final TestDatabase.Schema SCHEMA = TestDatabase.freshSchema().migrate();

    private static final JdbcTemplate JDBC = new JdbcTemplate(SCHEMA.dataSource());

    @TempDir
    private static Path folder;

    @BeforeAll
    static void publishTwoNights() {
        Commands commands = Commands.on(SCHEMA, folder.resolve("home"));
        SmallShop.landUpToFirstNight(commands, folder);
        commands.succeed("train", "--as-of", SmallShop.FIRST_NIGHT.toString());
        commands.succeed("nightly", "--date", SmallShop.FIRST_NIGHT.toString());
        SmallShop.landSecondNight(commands, folder);
        commands.succeed("nightly", "--date", SmallShop.SECOND_NIGHT.toString());
    }

    @Test
    void oneCustomerIsOneRowOfTheLastNight() {
        assertThat(run("examples/one_customer.sql"))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("customer_id", "C000007")
                        .containsEntry("score_date", java.sql.Date.valueOf(SmallShop.SECOND_NIGHT)));
    }

    @Test
    void theCampaignListBeginsWithThoseWhoHaveMostToLose() {
        List<Map<String, Object>> rows = run("examples/campaign_list.sql");
        assertThat(rows)
                .hasSizeGreaterThan(1)
                .allSatisfy(row -> assertThat(row.get("segment")).isIn("AT_RISK", "CANNOT_LOSE_THEM"))
                .extracting(row -> (java.math.BigDecimal) row.get("value_at_risk"))
                .isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void crossSellingOffersTheLoyalWhatTheyHaveNotBought() {
        List<Map<String, Object>> rows = run("examples/cross_selling.sql");
        assertThat(rows)
                .hasSizeGreaterThan(1)
                .extracting(row -> (java.math.BigDecimal) row.get("expected_value"))
                .isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(rows)
                .allSatisfy(row -> assertThat(number("SELECT COUNT(*) FROM transaction_line WHERE type = 'PURCHASE'"
                                + " AND customer_id = '" + row.get("customer_id") + "' AND category = '"
                                + row.get("next_best_category") + "'"))
                        .isZero());
    }

    @Test
    void freshnessIsOneRowAndFlagsPastNight() {
        assertThat(run("examples/freshness.sql")).singleElement().satisfies(row -> {
            assertThat(row.get("publication")).isEqualTo(2L);
            assertThat(((Number) row.get("is_good")).intValue()).isZero();
            assertThat(row.get("model_note").toString())
                    .as("the shop opened months ago")
                    .contains("The purchase model is used alone");
        });
    }

    @Test
    void theFeedOfChangesHoldsEveryCustomerOnceAndThenThoseWhoMoved() {
        List<Map<String, Object>> changes = run("examples/segment_changes.sql");
        assertThat(changes)
                .hasSize(number("SELECT COUNT(*) FROM customer_score_history WHERE previous_segment IS NULL"
                                + " AND segment_since = score_date")
                        + number("SELECT COUNT(*) FROM customer_score_history WHERE previous_segment IS NOT NULL"
                                + " AND segment_since = score_date"))
                .extracting(row -> (Long) row.get("sequence"))
                .isSorted();
        assertThat(changes).anyMatch(row -> row.get("from_segment") != null);
    }

    @Test
    void theSegmentsOfEachDayAddUpToItsCustomers() {
        List<Map<String, Object>> rows = run("examples/segments_over_time.sql");
        assertThat(rows.stream()
                        .filter(row -> row.get("score_date").equals(java.sql.Date.valueOf(SmallShop.SECOND_NIGHT)))
                        .mapToLong(row -> ((Number) row.get("customers")).longValue())
                        .sum())
                .isEqualTo(number("SELECT COUNT(*) FROM current_customer_score"));
        assertThat(rows)
                .extracting(row -> row.get("score_date"))
                .containsSubsequence(
                        java.sql.Date.valueOf(SmallShop.FIRST_NIGHT), java.sql.Date.valueOf(SmallShop.SECOND_NIGHT));
    }

    @Test
    void aCustomersHistoryHasEachKeptPublication() {
        assertThat(run("examples/customer_history.sql"))
                .extracting(row -> row.get("publication"))
                .containsExactly(1L, 2L);
    }

    @Test
    void aPageOfAPinnedPublicationIsInOrderOfCustomer() {
        assertThat(run("examples/pages.sql"))
                .hasSize(number("SELECT COUNT(*) FROM current_customer_score"))
                .extracting(row -> (String) row.get("customer_id"))
                .isSorted();
    }

    @Test
    void everyQueryOfTheRunbookAnswersAndOnlyReads() {
        assertThat(SqlFile.list("runbook"))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(SqlFile.statements(file))
                        .as(file)
                        .singleElement()
                        .asString()
                        .startsWith("SELECT"));
        assertThat(run("runbook/last_runs.sql"))
                .extracting(row -> row.get("job") + " " + row.get("state"))
                .containsExactly("nightly COMPLETED", "nightly COMPLETED", "train COMPLETED");
        assertThat(run("runbook/steps_of_last_run.sql"))
                .extracting(row -> row.get("STEP_NAME"))
                .startsWith("openDay")
                .endsWith("writeReport");
        assertThat(run("runbook/control_totals.sql")).hasSizeGreaterThan(5);
        assertThat(run("runbook/size_of_days.sql")).hasSize(14);
        assertThat(run("runbook/rejections.sql")).isEmpty();
        assertThat(run("runbook/lease_and_slots.sql")).singleElement().satisfies(row -> {
            assertThat(((Number) row.get("is_held")).intValue()).isZero();
            assertThat(row.get("free_slots")).isEqualTo(62L);
            assertThat(row.get("publishing_held_by")).isNull();
        });
        assertThat(run("runbook/manifests.sql")).isEmpty();
        assertThat(run("runbook/decisions.sql")).isEmpty();
    }

    @Test
    void theSourcesOfDbtHaveTheirColumns() {
        for (DbtSources.Column column : DbtSources.columns()) {
            assertThat(JDBC.queryForList("SHOW COLUMNS FROM " + column.table() + " LIKE '" + column.name() + "'"))
                    .as(column.table() + "." + column.name())
                    .hasSize(1);
        }
    }

    @Test
    void theTestsOfDbtHold() throws IOException {
        List<String> statements = new ArrayList<>(DbtSources.ownStatements());
        DbtSources.columns().forEach(column -> statements.addAll(column.statements()));
        assertThat(statements).hasSizeGreaterThan(30);
        statements.forEach(statement ->
                assertThat(JDBC.queryForList(statement)).as(statement).isEmpty());
    }

    @Test
    void dbtFindsHowFreshTheScoresAre() {
        for (Map<String, Object> table : DbtSources.tables()) {
            if (table.containsKey("freshness")) {
                String asked = "SELECT MAX(" + table.get("loaded_at_field") + ") FROM " + table.get("name") + " WHERE "
                        + DbtSources.map(table.get("freshness")).get("filter");
                assertThat(JDBC.queryForObject(asked, LocalDateTime.class))
                        .isAfter(SmallShop.SECOND_NIGHT.atStartOfDay());
            }
        }
    }

    @Test
    void noFileIsLeftOut() {
        assertThat(SqlFile.list("examples"))
                .containsExactly(
                        "examples/campaign_list.sql",
                        "examples/cross_selling.sql",
                        "examples/customer_history.sql",
                        "examples/freshness.sql",
                        "examples/one_customer.sql",
                        "examples/pages.sql",
                        "examples/segment_changes.sql",
                        "examples/segments_over_time.sql",
                        "examples/source_transaction_orders.sql",
                        "examples/source_transaction_till_lines.sql");
        assertThat(SqlFile.list("runbook"))
                .containsExactly(
                        "runbook/control_totals.sql",
                        "runbook/decisions.sql",
                        "runbook/last_runs.sql",
                        "runbook/lease_and_slots.sql",
                        "runbook/manifests.sql",
                        "runbook/rejections.sql",
                        "runbook/size_of_days.sql",
                        "runbook/steps_of_last_run.sql");
    }

    private static List<Map<String, Object>> run(String file) {
        return JDBC.queryForList(SqlFile.statements(file).get(0));
    }

    private static int number(String sql) {
        return JDBC.queryForObject(sql, Integer.class);
    }
}
