package io.allegiance.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.testing.Commands;
import io.allegiance.testing.ReportPage;
import io.allegiance.testing.Sample;
import io.allegiance.testing.SharedData;
import io.allegiance.testing.TestDatabase;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every figure of a report a second time, in plain SQL from the lines of trade, the small feeds and the published scores:
 * from nothing that nights fold, and through none of the program's own statements. On a real log with returns, duplicates
 * and amounts of 0, one customer in four of it or, with {@code -Dallegiance.extended=true}, all. On the embedded database
 * alone: what the statements of a report say on MySQL, each story's nights tell.
 */
@Tag("embedded")
class ReportFiguresTest {

    private static final String FIRST = "2011-11-11";
    private static final String BEFORE = "2011-12-08";
    private static final String DATE = "2011-12-09";
    private static final int HORIZON_DAYS = 90;
    private static final Sample SHARE = Sample.of("ReportFiguresTest one customer in", "allegiance.one-in", 4, 1);
    /** Those of the small feeds. */
    private static final String[] TOLD_OF = {"12346", "12583", "12748", "13047", "14646", "14911", "17850", "18102"};

    @AutoClose
    private static final TestDatabase.Schema SCHEMA = TestDatabase.freshSchema().migrate();

    private static final JdbcClient SQL = JdbcClient.create(SCHEMA.dataSource());

    @TempDir
    private static Path folder;

    private static ReportPage page;
    private static JsonNode report;

    @BeforeAll
    static void threeNights() throws IOException {
        Commands commands = Commands.on(SCHEMA, folder);
        commands.succeed(
                "import",
                SharedData.oneCustomerIn(SHARE.size(), "online_retail_ii.csv.gz", folder, TOLD_OF)
                        .toString());
        commands.succeed("import", "--kind", "referral", referrals().toString());
        commands.succeed("import", "--kind", "incident", incidents().toString());
        commands.succeed("train", "--as-of", FIRST);
        for (String night : List.of(FIRST, BEFORE, DATE)) {
            commands.succeed(
                    "nightly", "--date", night, "--confirm-empty", "--by", "test", "--reason", "the log ends at noon");
        }
        page = ReportPage.read(folder.resolve("reports"), DATE);
        report = page.json();
        countAgain();
        SHARE.printDone();
    }

    /** One who bought only before the referral, one referred twice, one after the night, one who never bought. */
    private static Path referrals() throws IOException {
        return Files.writeString(folder.resolve("referrals.csv"), """
                referrer_customer_id,referred_customer_id,referred_on
                17850,13047,2010-01-05
                14911,13047,2011-12-09
                13047,12583,2010-12-01
                14911,12346,2011-06-01
                14646,18102,2009-12-01
                14646,12748,2011-12-10
                14646,99999,2011-01-01
                """);
    }

    private static Path incidents() throws IOException {
        return Files.writeString(folder.resolve("incidents.csv"), """
                incident_id,customer_id,occurred_at,kind
                I1,17850,2010-12-05 10:00:00,late
                I2,14911,2011-03-01 09:00:00,complaint
                I3,14911,2011-03-01 17:00:00,complaint
                I4,12583,2011-12-01 09:00:00,complaint
                I5,12346,2011-09-10 23:59:59,late
                """);
    }

    /** The days and the customers once more. */
    private static void countAgain() {
        countDays();
        countCustomers();
        countIncidents();
        countCategories();
        for (String night : List.of(FIRST, BEFORE, DATE)) {
            run("CREATE VIEW score_" + night.replace("-", "") + " AS SELECT s.* FROM customer_score s"
                    + " JOIN score_publication p ON p.slot = s.slot WHERE p.score_date = DATE '" + night + "'");
        }
    }

    private static void countDays() {
        run("""
            CREATE TABLE check_day AS
            SELECT customer_id, business_date AS day, SUM(type = 'PURCHASE') > 0 AS bought,
                   SUM(type = 'RETURN') > 0 AS returned,
                   CAST(NULL AS DECIMAL(19, 4)) AS spend
            FROM transaction_line
            WHERE customer_id <> '' AND business_date <= DATE '2011-12-09'
            GROUP BY customer_id, business_date""");
        run("ALTER TABLE check_day ADD PRIMARY KEY (customer_id, day)");
        new NetSpendOfLines(SQL).countAgain("check_day", DATE);
    }

    private static void countCustomers() {
        run("""
            CREATE TABLE check_customer AS
            SELECT d.customer_id, MIN(IF(bought, day, NULL)) AS first_day, MAX(IF(bought, day, NULL)) AS last_day,
                   SUM(bought) AS days, SUM(bought AND age < 365) AS days_365,
                   CASE WHEN SUM(bought AND age < 365 AND spend IS NULL) = 0
                        THEN SUM(IF(bought AND age < 365, spend, 0)) END AS spend_365,
                   SUM(bought AND spend IS NOT NULL) AS spend_days, COALESCE(SUM(IF(bought, spend, NULL)), 0) AS spend,
                   SUM(bought AND spend IS NOT NULL AND age < 365) AS recent_days,
                   COALESCE(SUM(IF(bought AND age < 365, spend, NULL)), 0) AS recent_spend,
                   SUM(bought AND spend IS NOT NULL AND age >= 365 AND age < 730) AS prior_days,
                   COALESCE(SUM(IF(bought AND age >= 365 AND age < 730, spend, NULL)), 0) AS prior_spend
            FROM (SELECT c.*, DATEDIFF(DATE '2011-12-09', day) AS age FROM check_day c) d
            GROUP BY d.customer_id""");
        run("ALTER TABLE check_customer ADD PRIMARY KEY (customer_id)");
    }

    private static void countIncidents() {
        run("""
            CREATE TABLE check_incident AS
            SELECT i.customer_id, i.day,
                   EXISTS (SELECT 1 FROM check_day d
                           WHERE d.customer_id = i.customer_id AND d.bought
                             AND d.day > i.day AND d.day <= i.day + INTERVAL 90 DAY) AS forgiven
            FROM (SELECT customer_id, day FROM check_day WHERE returned
                  UNION SELECT customer_id, DATE(occurred_at) FROM service_incident) i
            WHERE DATEDIFF(DATE '2011-12-09', i.day) >= 90""");
        run("ALTER TABLE check_incident ADD KEY (customer_id)");
    }

    private static void countCategories() {
        run("""
            CREATE TABLE check_categories AS
            SELECT customer_id, COUNT(DISTINCT category) AS categories FROM transaction_line
            WHERE type = 'PURCHASE' AND category <> '' AND business_date <= DATE '2011-12-09'
            GROUP BY customer_id""");
        run("ALTER TABLE check_categories ADD PRIMARY KEY (customer_id)");
    }

    private static void run(String statement) {
        SQL.sql(statement).update();
    }

    @Test
    void thePageShowsTheFiguresOfTheJson() {
        page.requireFiguresOfJson();
        assertThat(page.html()).doesNotContain("NaN", "Infinity", "null");
    }

    @Test
    void whatWentInAndWhatCameOut() {
        Row lines = one("""
                SELECT COUNT(*), SUM(customer_id <> ''), SUM(customer_id = '')
                FROM transaction_line WHERE business_date = DATE '2011-12-09'""");
        assertThat(report.get("daysTakenIn").asInt()).isOne();
        assertThat(number("/lines/read")).isEqualByComparingTo(lines.get(0));
        assertThat(number("/lines/takenIn")).isEqualByComparingTo(lines.get(1));
        assertThat(number("/lines/anonymous")).isEqualByComparingTo(lines.get(2));
        assertThat(number("/lines/rejected")).isZero();
        assertThat(report.get("rejections").isEmpty()).isTrue();
        Row customers = one("""
                SELECT COUNT(*), SUM(eligibility = 'SCORED'), SUM(eligibility <> 'SCORED') FROM score_20111209""");
        assertThat(number("/customers/all")).isEqualByComparingTo(customers.get(0));
        assertThat(number("/customers/scored")).isEqualByComparingTo(customers.get(1));
        assertThat(number("/customers/ineligible")).isEqualByComparingTo(customers.get(2));
        assertThat(one("SELECT COUNT(*) FROM check_customer").get(0)).isEqualByComparingTo(customers.get(0));
        assertThat(report.get("checks").size())
                .isEqualTo(report.get("controlTotals").asInt());
    }

    @Test
    void theHead() {
        Row publication = one("""
                SELECT publication FROM score_publication p WHERE score_date = DATE '2011-12-09'""");
        assertThat(number("/publication/publication")).isEqualByComparingTo(publication.get(0));
        assertThat(report.at("/readers/seeThis").asBoolean()).isTrue();
        assertThat(report.at("/settings/horizonDays").asInt()).isEqualTo(HORIZON_DAYS);
        assertThat(report.get("modelVersion").asString())
                .isEqualTo(SQL.sql("SELECT model_version FROM model_version")
                        .query(String.class)
                        .single());
    }

    @Test
    void theCustomersWhoMoved() {
        Row kinds = one("""
                SELECT SUM(p.segment = s.segment), SUM(p.segment <> s.segment), SUM(p.segment IS NULL),
                       (SELECT COUNT(*) FROM score_20111208 b
                        WHERE NOT EXISTS (SELECT 1 FROM score_20111209 n WHERE n.customer_id = b.customer_id))
                FROM score_20111209 s LEFT JOIN score_20111208 p ON p.customer_id = s.customer_id""");
        assertThat(number("/movement/before/stayed")).isEqualByComparingTo(kinds.get(0));
        assertThat(number("/movement/before/moved"))
                .isEqualByComparingTo(kinds.get(1))
                .isPositive();
        assertThat(number("/movement/before/arrived"))
                .isEqualByComparingTo(kinds.get(2))
                .isPositive();
        assertThat(number("/movement/before/gone")).isEqualByComparingTo(kinds.get(3));
        Map<String, Row> flows = groups("""
                SELECT CONCAT(p.segment, '>', s.segment), COUNT(*)
                FROM score_20111209 s JOIN score_20111208 p ON p.customer_id = s.customer_id
                WHERE p.segment <> s.segment GROUP BY 1""");
        Map<String, BigDecimal> reported = new TreeMap<>();
        report.at("/movement/before/flows")
                .forEach(flow -> reported.put(
                        flow.get("from").asString() + ">" + flow.get("to").asString(),
                        flow.get("customers").decimalValue()));
        assertThat(reported.keySet()).isEqualTo(flows.keySet());
        flows.forEach((flow, row) -> assertThat(reported.get(flow)).as(flow).isEqualByComparingTo(row.get(0)));
        String mean = "SELECT SUM(churn_probability), COUNT(churn_probability) FROM ";
        assertThat(number("/movement/before/meanChurn"))
                .isEqualByComparingTo(one(mean + "score_20111208").ratio(0, 1, 6));
        assertThat(number("/movement/meanChurnNow"))
                .isEqualByComparingTo(one(mean + "score_20111209").ratio(0, 1, 6));
    }

    @Test
    void theChurnProbabilities() {
        Map<String, Row> tenths = groups("""
                SELECT LEAST(FLOOR(churn_probability * 10), 9), COUNT(*) FROM score_20111209
                WHERE churn_probability IS NOT NULL GROUP BY 1""");
        requireTenths(report.at("/churn/tenths"), tenths);
        Map<String, Row> bands = groups("""
                SELECT churn_band, COUNT(*) FROM score_20111209 WHERE churn_band IS NOT NULL GROUP BY 1""");
        report.at("/churn/bands")
                .forEach(band -> assertThat(band.get("customers").decimalValue())
                        .isEqualByComparingTo(
                                bands.get(band.get("band").asString()).get(0)));
    }

    @Test
    void theBacktestOfTheModel() {
        JsonNode backtest = new JsonMapper()
                .readTree(SQL.sql("SELECT document FROM model_version")
                        .query(String.class)
                        .single())
                .get("backtest");
        JsonNode mean = backtest.get("models").get(0).get("mean");
        for (String figure : List.of("logLoss", "brier", "auc")) {
            assertThat(report.at("/model/backtest/" + figure)).isEqualTo(mean.get(figure));
        }
        assertThat(report.at("/model/backtest/reliability")).isEqualTo(backtest.get("pooledReliability"));
    }

    @Test
    void theDimensionsOfLoyalty() {
        for (JsonNode dimension : report.get("loyalty")) {
            String column = dimension.get("name").asString();
            Row row = one("SELECT COUNT(" + column + "), SUM(" + column + ") FROM score_20111209");
            assertThat(dimension.get("customers").decimalValue()).as(column).isEqualByComparingTo(row.get(0));
            if (row.get(0).signum() == 0) {
                assertThat(dimension.get("mean").isNull()).as(column).isTrue();
            } else {
                assertThat(dimension.get("mean").decimalValue()).as(column).isEqualByComparingTo(row.ratio(1, 0, 4));
            }
            requireTenths(
                    dimension.get("tenths"),
                    groups("SELECT LEAST(FLOOR(" + column + " / 10), 9), COUNT(*) FROM score_20111209 WHERE " + column
                            + " IS NOT NULL GROUP BY 1"));
        }
    }

    @Test
    void theSegments() {
        Map<String, Row> segments = groups("""
                SELECT segment, COUNT(*), (SELECT COUNT(*) FROM score_20111209), SUM(churn_probability),
                       COUNT(churn_probability), SUM(expected_value), SUM(value_at_risk)
                FROM score_20111209 GROUP BY segment""");
        assertThat(report.get("segments").size()).isEqualTo(segments.size());
        BigDecimal last = null;
        for (JsonNode segment : report.get("segments")) {
            Row row = segments.get(segment.get("segment").asString());
            assertThat(segment.get("customers").decimalValue()).isEqualByComparingTo(row.get(0));
            assertThat(segment.get("share").decimalValue()).isEqualByComparingTo(row.ratio(0, 1, 6));
            requireSame(segment.get("meanChurnProbability"), row.ratio(2, 3, 6));
            requireSame(segment.get("expectedValue"), row.get(4));
            requireSame(segment.get("valueAtRisk"), row.get(5));
            assertThat(last == null || last.compareTo(row.get(0)) >= 0)
                    .as("largest first")
                    .isTrue();
            last = row.get(0);
        }
    }

    @Test
    void repeatCustomersBringTheRevenue() {
        Row row = one("""
                SELECT SUM(IF(days >= 2, spend_365, 0)), SUM(spend_365), SUM(IF(days >= 2, days_365, 0)), SUM(days_365),
                       SUM(days >= 2), SUM(spend_365 IS NULL)
                FROM check_customer""");
        requireFigure(headline("repeat_business"), row.ratio(0, 1, 6));
        requireFigure(figure("repeat_business", "purchase_day_share"), row.ratio(2, 3, 6));
        requireFigure(figure("repeat_business", "repeat_customers"), row.get(4));
        requireFigure(figure("repeat_business", "unknown_spend"), row.get(5));
    }

    @Test
    void aLoyalCustomerIsWorthMoreThanOneFirstTimeCustomer() {
        BigDecimal cut = SQL.sql("""
                        SELECT MIN(loyalty_score)
                        FROM (SELECT loyalty_score, RANK() OVER (ORDER BY loyalty_score DESC) - 1 AS above,
                                     COUNT(*) OVER () AS n
                              FROM score_20111209 WHERE loyalty_score IS NOT NULL) ranked
                        WHERE 5 * above <= n""")
                .query((row, number) -> new Row(row.getBigDecimal(1)))
                .single()
                .get(0);
        Row loyal = one("SELECT COUNT(*), SUM(c.spend_365), COUNT(c.spend_365) FROM score_20111209 s"
                + " JOIN check_customer c ON c.customer_id = s.customer_id WHERE s.loyalty_score >= "
                + (cut == null ? "1000" : cut.toPlainString()));
        Row first = one("""
                SELECT COUNT(*), SUM(spend_365), COUNT(spend_365) FROM check_customer WHERE days = 1 AND days_365 = 1""");
        requireFigure(figure("worth_of_loyalty", "loyal_from"), cut);
        requireFigure(figure("worth_of_loyalty", "loyal_customers"), cut == null ? null : loyal.get(0));
        requireFigure(figure("worth_of_loyalty", "first_time_customers"), first.get(0));
        requireFigure(figure("worth_of_loyalty", "loyal_mean_spend"), loyal.ratio(1, 2, 4));
        requireFigure(figure("worth_of_loyalty", "first_time_mean_spend"), first.ratio(1, 2, 4));
        requireFigure(
                headline("worth_of_loyalty"),
                loyal.get(1) == null
                        ? null
                        : ratio(
                                loyal.get(1).multiply(first.get(2)),
                                loyal.get(2).multiply(first.get(1)),
                                6));
    }

    private static final String TENURE = """
            CASE WHEN DATEDIFF(DATE '2011-12-09', first_day) < 90 THEN 'under 90 days'
                 WHEN DATEDIFF(DATE '2011-12-09', first_day) < 180 THEN '90 to 179 days'
                 WHEN DATEDIFF(DATE '2011-12-09', first_day) < 365 THEN '180 to 364 days'
                 WHEN DATEDIFF(DATE '2011-12-09', first_day) < 730 THEN '365 to 729 days'
                 ELSE '730 days and more' END""";

    @Test
    void basketsByTenure() {
        String sums = " SUM(spend), SUM(spend_days), COUNT(*) FROM check_customer WHERE spend_days > 0";
        requireFigure(headline("basket_by_tenure"), one("SELECT" + sums).ratio(0, 1, 4));
        Map<String, Row> tenures = groups("SELECT " + TENURE + "," + sums + " GROUP BY 1");
        assertThat(tenures).hasSize(5);
        tenures.forEach((tenure, row) -> {
            requireFigure(group("basket_by_tenure", tenure, "mean_spend"), row.ratio(0, 1, 4));
            requireFigure(group("basket_by_tenure", tenure, "customers"), row.get(2));
        });
    }

    @Test
    void categoriesByTenure() {
        String sums = """
                 SUM(b.categories), COUNT(*)
                FROM check_customer c
                JOIN check_categories b ON b.customer_id = c.customer_id""";
        requireFigure(headline("categories_by_tenure"), one("SELECT" + sums).ratio(0, 1, 6));
        groups("SELECT " + TENURE + "," + sums + " GROUP BY 1").forEach((tenure, row) -> {
            requireFigure(group("categories_by_tenure", tenure, "mean_categories"), row.ratio(0, 1, 6));
            requireFigure(group("categories_by_tenure", tenure, "customers"), row.get(1));
        });
    }

    @Test
    void retentionBySegment() {
        String expected = " SUM(1 - churn_probability), COUNT(churn_probability) FROM score_20111209";
        requireFigure(headline("retention"), one("SELECT" + expected).ratio(0, 1, 6));
        groups("SELECT segment," + expected + " GROUP BY segment")
                .forEach((segment, row) -> requireFigure(group("retention", segment, "expected"), row.ratio(0, 1, 6)));
        String observed = """
                 COUNT(*), SUM(EXISTS (SELECT 1 FROM check_day d
                                       WHERE d.customer_id = o.customer_id AND d.bought AND d.day > DATE '2011-11-11'))
                FROM score_20111111 o""";
        requireFigure(figure("retention", "observed"), one("SELECT" + observed).ratio(1, 0, 6));
        groups("SELECT segment," + observed + " GROUP BY segment").forEach((segment, row) -> {
            requireFigure(group("retention", segment, "customers_before"), row.get(0));
            requireFigure(group("retention", segment, "observed"), row.ratio(1, 0, 6));
        });
    }

    @Test
    void valueAtRiskAndWhomToSave() {
        String sums = " SUM(value_at_risk), COUNT(value_at_risk) FROM score_20111209";
        requireFigure(headline("value_at_risk"), one("SELECT" + sums).get(0));
        requireFigure(figure("value_at_risk", "customers"), one("SELECT" + sums).get(1));
        groups("SELECT segment," + sums + " GROUP BY segment").forEach((segment, row) -> {
            requireFigure(group("value_at_risk", segment, "value_at_risk"), row.get(0));
            requireFigure(group("value_at_risk", segment, "customers"), row.get(1));
        });
        List<String> customers = SQL.sql("""
                        SELECT customer_id, segment, churn_probability, value_at_risk
                        FROM score_20111209 WHERE value_at_risk IS NOT NULL
                        ORDER BY value_at_risk DESC, CAST(customer_id AS BINARY) LIMIT 20""")
                .query((row, number) ->
                        toSave(row.getString(1), row.getString(2), row.getBigDecimal(3), row.getBigDecimal(4)))
                .list();
        assertThat(report.get("customersToSave")
                        .valueStream()
                        .map(each -> toSave(
                                each.get("customerId").asString(),
                                each.get("segment").asString(),
                                each.get("churnProbability").decimalValue(),
                                each.get("valueAtRisk").decimalValue())))
                .hasSize(20)
                .containsExactlyElementsOf(customers);
    }

    private static String toSave(String customer, String segment, BigDecimal churn, BigDecimal atRisk) {
        return customer + " " + segment + " " + churn.stripTrailingZeros() + " " + atRisk.stripTrailingZeros();
    }

    @Test
    void referredRevenue() {
        Row row = one("""
                SELECT SUM(referred), SUM(IF(referred, spend, 0)), SUM(spend)
                FROM (SELECT c.spend, EXISTS (SELECT 1 FROM referral r JOIN check_day d
                                                ON d.customer_id = r.referred_customer_id
                                              WHERE r.referred_customer_id = c.customer_id AND d.bought
                                                AND r.referred_on <= DATE '2011-12-09'
                                                AND d.day >= r.referred_on) AS referred
                      FROM check_customer c) each_customer""");
        assertThat(row.get(0)).isEqualByComparingTo("3");
        requireFigure(figure("referred_revenue", "referred_customers"), row.get(0));
        requireFigure(figure("referred_revenue", "spend"), row.get(1));
        requireFigure(headline("referred_revenue"), row.ratio(1, 2, 6));
    }

    @Test
    void repurchaseAfterAnIncident() {
        String sums = """
                 SUM(i.forgiven), NULLIF(COUNT(i.day), 0)
                FROM score_20111209 s LEFT JOIN check_incident i ON i.customer_id = s.customer_id""";
        Row all = one("SELECT" + sums);
        assertThat(all.get(1)).isPositive();
        requireFigure(headline("repurchase_after_incident"), all.ratio(0, 1, 6));
        requireFigure(figure("repurchase_after_incident", "incidents"), all.get(1));
        groups("SELECT s.segment," + sums + " GROUP BY s.segment").forEach((segment, row) -> {
            requireFigure(group("repurchase_after_incident", segment, "forgiven"), row.ratio(0, 1, 6));
            requireFigure(group("repurchase_after_incident", segment, "incidents"), row.get(1));
        });
    }

    @Test
    void growthOfSpend() {
        String sums = """
                 SUM(recent_spend), SUM(recent_days), SUM(prior_spend), SUM(prior_days), COUNT(c.customer_id)
                FROM score_20111209 s
                LEFT JOIN check_customer c
                  ON c.customer_id = s.customer_id AND c.recent_days > 0 AND c.prior_days > 0""";
        Row all = one("SELECT" + sums);
        requireFigure(headline("spend_growth"), growth(all));
        requireFigure(figure("spend_growth", "customers"), all.get(4));
        groups("SELECT s.segment," + sums + " GROUP BY s.segment").forEach((segment, row) -> {
            requireFigure(group("spend_growth", segment, "growth"), growth(row));
            requireFigure(group("spend_growth", segment, "customers"), row.get(4));
        });
    }

    private static BigDecimal growth(Row row) {
        if (row.get(4).signum() == 0) {
            return null;
        }
        BigDecimal now = row.get(0).multiply(row.get(3));
        BigDecimal then = row.get(2).multiply(row.get(1));
        return ratio(now.subtract(then), then, 6);
    }

    @Test
    void theCategoriesProposed() {
        Row row = one("SELECT COUNT(next_best_category), COUNT(*) FROM score_20111209");
        assertThat(number("/nextBestCategory/customers")).isEqualByComparingTo(row.get(0));
        assertThat(report.at("/nextBestCategory/method").asString()).isEqualTo("LIFT");
        requireSame(report.at("/nextBestCategory/share"), row.get(0).signum() == 0 ? null : row.ratio(0, 1, 6));
        assertThat(report.at("/nextBestCategory/proposals")
                        .valueStream()
                        .map(each -> each.get("category").asString() + " "
                                + each.get("customers").asLong()))
                .containsExactlyElementsOf(SQL.sql("""
                        SELECT CONCAT(next_best_category, ' ', COUNT(*)) FROM score_20111209
                        WHERE next_best_category IS NOT NULL GROUP BY next_best_category
                        ORDER BY COUNT(*) DESC, CAST(next_best_category AS BINARY) LIMIT 10""").query(String.class).list());
    }

    @Test
    void howOftenProposalsWereRight() {
        JsonNode first = new JsonMapper()
                .readTree(SQL.sql("SELECT document FROM model_version")
                        .query(String.class)
                        .single())
                .at("/crossSelling/backtest/cutOffs/0");
        JsonNode hits = report.at("/nextBestCategory/tried/0");
        assertThat(hits.get("cutOff").asString()).isEqualTo("2011-08-13");
        for (String figure : List.of("cutOff", "customers", "hits", "popularHits")) {
            assertThat(hits.get(figure)).as(figure).isEqualTo(first.get(figure));
        }
        assertThat(hits.get("hits").asLong())
                .isGreaterThan(hits.get("popularHits").asLong());
        assertThat(hits.get("customers").decimalValue())
                .isEqualByComparingTo(one("""
                        SELECT COUNT(DISTINCT customer_id) FROM transaction_line
                        WHERE type = 'PURCHASE' AND customer_id <> '' AND business_date <= DATE '2011-08-13'""").get(0));
    }

    @Test
    void theSteps() {
        Map<String, Row> steps = groups("""
                SELECT SUBSTRING_INDEX(STEP_NAME, ':', 1), SUM(STEP_NAME LIKE '%:%'),
                       SUM(IF(STEP_NAME LIKE '%:%', READ_COUNT, NULL)), SUM(IF(STEP_NAME LIKE '%:%', WRITE_COUNT, NULL))
                FROM BATCH_STEP_EXECUTION
                WHERE JOB_EXECUTION_ID = (SELECT MAX(JOB_EXECUTION_ID) FROM BATCH_JOB_EXECUTION)
                GROUP BY 1""");
        assertThat(report.get("steps").size()).isEqualTo(steps.size()).isEqualTo(8);
        for (JsonNode step : report.get("steps")) {
            Row row = steps.get(step.get("name").asString());
            assertThat(step.get("partitions").decimalValue()).isEqualByComparingTo(row.get(0));
            requireSame(step.get("read"), row.get(1));
            requireSame(step.get("written"), row.get(2));
            assertThat(step.get("tookMillis").isNull())
                    .isEqualTo(step.get("name").asString().equals("writeReport"));
        }
    }

    /** A row of numbers. */
    private record Row(BigDecimal... numbers) {

        BigDecimal get(int column) {
            return numbers[column];
        }

        BigDecimal ratio(int part, int whole, int digits) {
            return ReportFiguresTest.ratio(numbers[part], numbers[whole], digits);
        }
    }

    private static BigDecimal ratio(BigDecimal part, BigDecimal whole, int digits) {
        return part == null || whole == null || whole.signum() == 0
                ? null
                : part.divide(whole, digits, RoundingMode.HALF_EVEN);
    }

    private static Row one(String query) {
        return SQL.sql(query).query((row, number) -> numbers(row, 1)).single();
    }

    private static Map<String, Row> groups(String query) {
        Map<String, Row> groups = new TreeMap<>();
        SQL.sql(query).query(row -> {
            groups.put(row.getString(1), numbers(row, 2));
        });
        return groups;
    }

    private static Row numbers(ResultSet row, int from) throws SQLException {
        BigDecimal[] numbers = new BigDecimal[row.getMetaData().getColumnCount() - from + 1];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = row.getBigDecimal(from + i);
        }
        return new Row(numbers);
    }

    private static void requireTenths(JsonNode reported, Map<String, Row> tenths) {
        assertThat(reported.size()).isEqualTo(10);
        for (int tenth = 0; tenth < 10; tenth++) {
            Row row = tenths.get(Integer.toString(tenth));
            assertThat(reported.get(tenth).decimalValue())
                    .as("tenth %d", tenth)
                    .isEqualByComparingTo(row == null ? BigDecimal.ZERO : row.get(0));
        }
    }

    private static BigDecimal number(String pointer) {
        return report.at(pointer).decimalValue();
    }

    private static JsonNode benefit(String name) {
        return report.get("benefits")
                .valueStream()
                .filter(each -> each.get("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode headline(String benefit) {
        return benefit(benefit).get("headline");
    }

    private static JsonNode figure(String benefit, String name) {
        return named(benefit(benefit).get("figures"), name);
    }

    private static JsonNode group(String benefit, String group, String name) {
        return named(named(benefit(benefit).get("groups"), group).get("figures"), name);
    }

    private static JsonNode named(JsonNode list, String name) {
        return list.valueStream()
                .filter(each -> each.get("name").asString().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not in " + list));
    }

    private static void requireFigure(JsonNode figure, BigDecimal expected) {
        requireSame(figure.get("value"), expected);
        assertThat(figure.get("noData").isNull()).as("%s", figure).isEqualTo(expected != null);
    }

    private static void requireSame(JsonNode reported, BigDecimal expected) {
        if (expected == null) {
            assertThat(reported.isNull()).as("no data; was %s", reported).isTrue();
        } else {
            assertThat(reported.isNull()).as("there are data: %s", expected).isFalse();
            assertThat(reported.decimalValue()).isEqualByComparingTo(expected);
        }
    }
}
