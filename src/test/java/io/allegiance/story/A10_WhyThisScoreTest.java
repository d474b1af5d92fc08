package io.allegiance.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.allegiance.testing.Commands;
import io.allegiance.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody in the service centre asks why a customer is said to leave; then somebody doubts the newest model. */
@Tag("story")
class A10_WhyThisScoreTest {

    private static final LocalDate FIRST = LocalDate.of(2024, 7, 1);
    private static final LocalDate TRAINED = LocalDate.of(2025, 9, 28);
    private static final LocalDate NIGHT = TRAINED.plusDays(1);

    @AutoClose
    private static final TestDatabase.Schema SCHEMA = TestDatabase.freshSchema().migrate();

    @TempDir
    private static Path folder;

    private final Commands commands =
            Commands.on(SCHEMA, folder.resolve("home")).with("allegiance.train.cut-offs", 3);

    @Test
    void everyScoreHasItsReasonsAndEveryModelItsReason() throws IOException {
        // Given a shop whose scores are published
        commands.run("explain", "--customer", "C000001").refusedWith(21, "nothing is published yet");
        new Shop(400, FIRST, NIGHT, folder).land(commands, FIRST, NIGHT);
        commands.succeed("import", regulars().toString());
        requireFirstModelIsActive();
        requireProposalsWereTried();
        commands.succeed("nightly", "--date", NIGHT.toString());

        requireScoresAreExplained();
        requireNewerModelIsCompared();
        requirePromotedModelIsUsed();
        requireThePopularCategoryIsProposed();
    }

    /** Customers who come at the same interval until they stay away, which a ranking tells better than the purchase model. */
    private static Path regulars() throws IOException {
        List<String> lines = new ArrayList<>(List.of("customer_id,occurred_at,amount"));
        for (int customer = 0; customer < 300; customer++) {
            LocalDate last = FIRST.plusDays(60 + customer * 37 % 450);
            LocalDate day = FIRST.plusDays(customer % 60);
            while (!day.isAfter(last) && !day.isAfter(NIGHT)) {
                lines.add("R" + customer + "," + day + "," + (10 + customer % 50));
                day = day.plusDays(14 + customer % 20);
            }
        }
        return Files.write(folder.resolve("regulars.csv"), lines);
    }

    private void requireFirstModelIsActive() {
        assertThat(commands.succeed("train", "--as-of", TRAINED.toString()))
                .contains("ACTIVE")
                .contains("there was no active model as of 2025-09-28")
                .contains("on past dates, each from what was known then: 2025-06-30, 2025-05-31, 2025-05-01")
                .contains("Allegiance   log loss", "constant     log loss", "the past churn rate for everybody")
                .contains("boosted trees on", "ranking against MBG/NBD on", "The level: δ = ", "with at least 80 %")
                .containsPattern("16\\+ +\\d+ +0\\.\\d{4} +0\\.\\d{4} +0\\.\\d{4} +[+-]0\\.\\d{4}")
                .contains("reliability")
                .containsPattern(
                        "Next best category: one of \\d+, each bought together with another by 100 or more of the"
                                + " \\d+ customers looked at\\. On those past dates \\d+\\.\\d\\d % of customers bought of it, and \\d+\\.\\d\\d % of the"
                                + " most popular one they lacked\\. With 'allegiance\\.next-category: auto' nights propose the");
    }

    private void requireScoresAreExplained() throws IOException {
        // Then each explanation adds up to the score and begins with its reasons
        Path export = folder.resolve("scores.csv");
        commands.succeed("scores", "--export", export.toString());
        List<String> customers = Files.readAllLines(export).stream()
                .skip(1)
                .filter(line -> line.endsWith(",SCORED"))
                .map(line -> line.substring(0, line.indexOf(',')))
                .limit(3)
                .toList();
        for (String customer : customers) {
            requireAddsUp(customer);
        }

        // And a person can read it
        assertThat(commands.succeed("explain", "--customer", customers.get(0)))
                .contains("churn probability  0.")
                .contains("average customer   0.")
                .contains("days_since_last_purchase", "own_hazard", "active_months_12")
                .contains("level              The last 30 days", "The season ", "No closure of the shop is known.")
                .containsPattern("loyalty_score +\\d\\d\\.\\d\\d\\R" + "repeat_score +\\d+\\.\\d\\d\\R")
                .contains("as of " + TRAINED);
        commands.run("explain", "--customer", "nobody").refusedWith(64, "no churn probability of such a customer");
    }

    /** When a newer model is trained, it is held against the first. */
    private void requireNewerModelIsCompared() {
        assertThat(commands.succeed("train", "--as-of", NIGHT.toString()))
                .containsPattern("Active: log loss 0\\.\\d{4} where the active model 2025-09-28-\\w{12} has 0\\.\\d{4}"
                        + ", on 3 past cut-offs");
    }

    private void requirePromotedModelIsUsed() throws IOException {
        // When somebody prefers the first all the same, and says who and why
        String first = models().get(0).get("version").asString();
        String second = models().get(1).get("version").asString();
        assertThat(models().get(0).get("state").asString()).isEqualTo("SUPERSEDED");
        assertThat(models().get(1).get("state").asString()).isEqualTo("ACTIVE");
        commands.run("models", "--promote", first).refusedWith(64, "--promote needs --by NAME and --reason TEXT");
        commands.run("models", "--by", "ann", "--reason", "x").refusedWith(64, "belong to --promote");
        commands.run("models", "--promote", "2025-01-01-0", "--by", "ann", "--reason", "x")
                .refusedWith(64, "there is no model 2025-01-01-0");
        assertThat(commands.succeed("models", "--promote", first, "--by", "ann", "--reason", "two odd days"))
                .contains(first + " ACTIVE")
                .contains("promoted by ann")
                .contains("two odd days");

        // Then the next night uses it, and the newer one is kept with the reason
        assertThat(models().get(1).get("state").asString()).isEqualTo("KEPT");
        assertThat(models().get(1).get("decision").asString()).contains("Set aside when " + first);
        assertThat(models().get(0).get("promotion").get("by").asString()).isEqualTo("ann");
        String next = NIGHT.plusDays(1).toString();
        String[] confirmed = {
            "nightly", "--date", next, "--confirm-empty", "--by", "ann", "--reason", "the shop was closed"
        };
        assertThat(commands.succeed(confirmed)).contains("model " + first).doesNotContain(second);
    }

    /** Each customer gets the first of the model's categories, the most bought first, that they have not bought of. */
    private void requireThePopularCategoryIsProposed() throws IOException {
        String next = NIGHT.plusDays(2).toString();
        commands.with("allegiance.next-category", "popular")
                .succeed("nightly", "--date", next, "--confirm-empty", "--by", "ann", "--reason", "closed");
        List<String> mostBoughtFirst = models().get(0)
                .at("/model/crossSelling/coPurchases/categories")
                .valueStream()
                .map(each -> each.get("name").asString())
                .toList();
        JdbcClient sql = JdbcClient.create(SCHEMA.dataSource());
        Map<String, Set<String>> owned = new HashMap<>();
        sql
                .sql("SELECT customer_id, category FROM source_transaction WHERE category <> '' AND amount >= 0")
                .query((row, number) -> Map.entry(row.getString(1), row.getString(2)))
                .stream()
                .forEach(each -> owned.computeIfAbsent(each.getKey(), customer -> new HashSet<>())
                        .add(each.getValue()));
        Map<String, String> expected = new HashMap<>();
        Map<String, String> proposed = new HashMap<>();
        sql.sql("SELECT customer_id, next_best_category FROM current_customer_score WHERE eligibility = 'SCORED'")
                .query((row, number) -> proposed.put(row.getString(1), String.valueOf(row.getString(2))))
                .list();
        proposed.keySet()
                .forEach(customer -> expected.put(
                        customer,
                        mostBoughtFirst.stream()
                                .filter(category ->
                                        !owned.getOrDefault(customer, Set.of()).contains(category))
                                .findFirst()
                                .orElse("null")));
        assertThat(mostBoughtFirst).hasSizeGreaterThan(1);
        assertThat(proposed).hasSizeGreaterThan(100).isEqualTo(expected);
    }

    private void requireProposalsWereTried() throws IOException {
        JsonNode crossSelling = models().get(0).get("model").get("crossSelling");
        JsonNode cutOffs = crossSelling.get("backtest").get("cutOffs");
        assertThat(cutOffs.valueStream().map(each -> each.get("cutOff").asString()))
                .containsExactly("2025-06-30", "2025-05-31", "2025-05-01");
        assertThat(cutOffs.valueStream())
                .allSatisfy(each -> assertThat(each.get("hits").asLong())
                        .isPositive()
                        .isLessThanOrEqualTo(each.get("proposed").asLong()));
        assertThat(crossSelling.get("backtest").get("hitRate").asDouble()).isBetween(0.01, 0.5);
    }

    private static void requireLevel(JsonNode level) {
        assertThat(level.get("delta").asDouble())
                .isCloseTo(
                        level.get("ofLast30Days").asDouble()
                                + level.get("ofFormerYears").asDouble(),
                        within(2e-6));
        assertThat(level.get("daysSinceFirstPurchase").asLong()).isPositive();
        assertThat(level.get("closedDays").asLong()).isZero();
        assertThat(level.get("statements")).hasSize(3);
    }

    private void requireAddsUp(String customer) throws IOException {
        JsonNode score = json(commands.succeed("scores", "--customer", customer, "--json"));
        JsonNode explained = json(commands.succeed("explain", "--customer", customer, "--json"));
        double churn = explained.get("churnProbability").asDouble();
        assertThat(churn).isEqualTo(score.get("churn_probability").asDouble());
        assertThat(explained.get("loyalty").propertyNames()).contains("loyalty_score", "repeat_score");
        explained
                .get("loyalty")
                .properties()
                .forEach(each -> assertThat(each.getValue()).isEqualTo(score.get(each.getKey())));
        requireLevel(explained.get("level"));
        double logit = logit(explained.get("averageChurnProbability").asDouble());
        for (JsonNode feature : explained.get("features")) {
            logit += feature.get("share").asDouble();
        }
        assertThat(1 / (1 + Math.exp(-logit))).isCloseTo(churn, within(5e-6));
        assertThat(explained
                        .get("features")
                        .valueStream()
                        .limit(3)
                        .map(feature -> feature.get("code").asString()))
                .containsExactlyElementsOf(Stream.of("reason_1", "reason_2", "reason_3")
                        .map(reason -> score.get(reason).asString())
                        .toList());
    }

    private static double logit(double probability) {
        return Math.log(probability / (1 - probability));
    }

    private JsonNode models() throws IOException {
        return json(commands.succeed("models", "--json"));
    }

    private static JsonNode json(String text) throws IOException {
        return new JsonMapper().readTree(text);
    }
}
