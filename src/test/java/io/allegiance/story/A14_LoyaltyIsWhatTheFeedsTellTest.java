package io.allegiance.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.allegiance.testing.Commands;
import io.allegiance.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Referrals and incidents land after the customers they are about were scored, and the next night knows of them. */
@Tag("story")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class A14_LoyaltyIsWhatTheFeedsTellTest {

    private static final LocalDate OPENING = LocalDate.of(2025, 1, 1);
    private static final LocalDate FIRST_NIGHT = LocalDate.of(2025, 9, 1);
    private static final LocalDate SECOND_NIGHT = FIRST_NIGHT.plusDays(1);

    @AutoClose
    private static final TestDatabase.Schema SCHEMA = TestDatabase.freshSchema().migrate();

    private static final JdbcClient JDBC = JdbcClient.create(SCHEMA.dataSource());

    @TempDir
    private static Path folder;

    private static Shop shop;
    private static Commands commands;

    @BeforeAll
    static void scoreTheFirstNight() {
        shop = new Shop(150, OPENING, SECOND_NIGHT.plusDays(2), folder);
        commands = Commands.on(SCHEMA, folder.resolve("home"));
        shop.land(commands, OPENING, FIRST_NIGHT);
        commands.succeed("train", "--as-of", FIRST_NIGHT.toString());
        commands.succeed("nightly", "--date", FIRST_NIGHT.toString());
    }

    @Test
    @Order(1)
    void withoutReferralsNobodyIsAnAdvocate() {
        assertThat(scores("advocacy_score")).isEmpty();
        assertThat(scores("brand_score")).isNotEmpty();
        assertThat(scores("loyalty_score"))
                .as("the mean of what is known")
                .hasSize(number("SELECT COUNT(*) FROM current_customer_score WHERE eligibility = 'SCORED'"));
    }

    @Test
    @Order(2)
    void theNextNightKnowsWhatLanded() throws IOException {
        // Given two customers who stayed away after the last of several purchases, and two who bought lately
        List<String> lately = customers("MAX(business_date) > '2025-08-01' AND COUNT(DISTINCT business_date) > 3");
        List<String> away = customers("MAX(business_date) < '2025-05-01' AND COUNT(DISTINCT business_date) > 1");

        // When it becomes known that one of the first brought one of the others, that another referral led to
        // nothing since, and that something went wrong for two of them in June
        land(
                "referral",
                "referrer_customer_id,referred_customer_id,referred_on",
                lately.get(0) + "," + lately.get(1) + ",2025-07-01",
                lately.get(2) + "," + away.get(0) + ",2025-07-01",
                lately.get(3) + "," + lately.get(4) + ",2025-12-24");
        land(
                "incident",
                "incident_id,customer_id,occurred_at,kind",
                "i1," + lately.get(0) + ",2025-06-03 10:00,late delivery",
                "i2," + away.get(0) + ",2025-06-03 10:00,late delivery",
                "i3," + lately.get(0) + ",2025-08-30 10:00,complaint");
        shop.land(commands, SECOND_NIGHT, SECOND_NIGHT);
        commands.succeed("nightly", "--date", SECOND_NIGHT.toString());

        // Then advocacy is the shrunk rate of referred customers who bought since, against that of all
        Map<String, Integer> ages = ages();
        double years = ages.values().stream().mapToInt(Integer::intValue).sum() / 365.0;
        assertThat(scores("advocacy_score")).hasSameSizeAs(ages).allSatisfy((customer, score) -> {
            double referred = customer.equals(lately.get(0)) ? 1 : 0;
            double rate = (referred + 1) / (ages.get(customer) / 365.0 + years);
            assertThat(score).isCloseTo(100 * rate / (rate + 1 / years), within(0.0051));
        });

        // And forgiveness the shrunk share of incidents and returns, 90 days old, after which they bought again
        Map<String, int[]> incidents = incidents(Map.of(lately.get(0), "2025-06-03", away.get(0), "2025-06-03"));
        double forgiven = incidents.values().stream().mapToInt(each -> each[1]).sum();
        double all = incidents.values().stream().mapToInt(each -> each[0]).sum();
        assertThat(scores("forgiveness_score"))
                .containsOnlyKeys(incidents.keySet())
                .allSatisfy((customer, score) -> {
                    int[] own = incidents.get(customer);
                    assertThat(score).isCloseTo(100 * (own[1] + 2 * forgiven / all) / (own[0] + 2), within(0.0051));
                });
        assertThat(scores("forgiveness_score").get(lately.get(0)))
                .isGreaterThan(scores("forgiveness_score").get(away.get(0)));
    }

    @Test
    @Order(3)
    void weightsAreConfigurationAndAZeroLeavesADimensionOut() {
        commands.with("allegiance.nightly.loyalty-weights.repeat", "-1")
                .run("nightly", "--date", "2025-09-03")
                .refusedWith(21, "the loyalty weight of repeat must be a number of 0 or more; was -1.0");
        shop.land(commands, SECOND_NIGHT.plusDays(1), SECOND_NIGHT.plusDays(1));
        Commands brandAlone = commands;
        for (String other :
                List.of("repeat", "volume", "breadth", "commitment", "advocacy", "forgiveness", "spend-growth")) {
            brandAlone = brandAlone.with("allegiance.nightly.loyalty-weights." + other, "0");
        }
        brandAlone.succeed("nightly", "--date", "2025-09-03");
        assertThat(scores("loyalty_score")).isNotEmpty().isEqualTo(scores("brand_score"));
    }

    @Test
    @Order(4)
    void aNightThatIsCarriedOnNeverMixesTwoStatesOfAFeed() throws IOException {
        String date = SECOND_NIGHT.plusDays(2).toString();
        Commands held = commands.with("allegiance.nightly.gate.mean-churn", "0");
        shop.land(commands, SECOND_NIGHT.plusDays(2), SECOND_NIGHT.plusDays(2));
        held.run("nightly", "--date", date).refusedWith(11, "the mean churn probability moved");
        held.run("nightly", "--date", date).refusedWith(11, "the mean churn probability moved");
        assertThat(attempts(date)).as("the same run carried on").isOne();
        List<String> lately = customers("MAX(business_date) > '2025-08-01'");
        land(
                "referral",
                "referrer_customer_id,referred_customer_id,referred_on",
                lately.get(5) + "," + lately.get(6) + ",2025-07-01");
        held.run("nightly", "--date", date).refusedWith(11, "the mean churn probability moved");
        assertThat(attempts(date)).as("begun anew with what landed").isEqualTo(2);
    }

    private static int attempts(String date) {
        return number("SELECT MAX(attempt) FROM run WHERE job = 'nightly' AND business_date = DATE '" + date + "'");
    }

    /** Days with an incident or a return up to 90 days before the night: how many, and after how many they bought again. */
    private static Map<String, int[]> incidents(Map<String, String> landed) {
        Map<String, int[]> incidents = new HashMap<>();
        String days = "SELECT DISTINCT customer_id, business_date FROM transaction_line WHERE type = 'RETURN'"
                + " AND customer_id <> ''";
        for (Map.Entry<String, String> incident : landed.entrySet()) {
            days += " UNION SELECT '" + incident.getKey() + "', DATE '" + incident.getValue() + "'";
        }
        JDBC.sql("SELECT i.customer_id, EXISTS (SELECT 1 FROM transaction_line t WHERE t.customer_id = i.customer_id"
                        + " AND t.type = 'PURCHASE' AND t.business_date > i.business_date"
                        + " AND t.business_date <= i.business_date + INTERVAL 90 DAY) FROM (" + days + ") i"
                        + " WHERE i.business_date <= DATE '2025-09-02' - INTERVAL 90 DAY"
                        + " AND i.customer_id IN (SELECT customer_id FROM transaction_line WHERE type = 'PURCHASE')")
                .query(row -> {
                    int[] own = incidents.computeIfAbsent(row.getString(1), customer -> new int[2]);
                    own[0]++;
                    own[1] += row.getInt(2);
                });
        return incidents;
    }

    private static Map<String, Integer> ages() {
        return JDBC
                .sql("SELECT customer_id, DATEDIFF('2025-09-02', MIN(business_date)) FROM transaction_line"
                        + " WHERE type = 'PURCHASE' AND customer_id <> '' GROUP BY customer_id")
                .query((row, number) -> Map.entry(row.getString(1), row.getInt(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static List<String> customers(String having) {
        return JDBC.sql("SELECT customer_id FROM transaction_line WHERE type = 'PURCHASE' AND customer_id <> ''"
                        + " AND business_date <= '2025-09-01' GROUP BY customer_id HAVING " + having
                        + " ORDER BY customer_id")
                .query(String.class)
                .list();
    }

    private static Map<String, Double> scores(String column) {
        return JDBC
                .sql("SELECT customer_id, " + column + " FROM current_customer_score WHERE " + column + " IS NOT NULL")
                .query((row, number) -> Map.entry(row.getString(1), row.getDouble(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static void land(String kind, String... lines) throws IOException {
        Path file = Files.writeString(folder.resolve(kind + ".csv"), String.join("\n", lines) + "\n");
        commands.succeed("import", "--kind", kind, file.toString());
    }

    private static int number(String sql) {
        return JDBC.sql(sql).query(Integer.class).single();
    }
}
