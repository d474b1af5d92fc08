package io.allegiance.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import io.allegiance.testing.Commands;
import io.allegiance.testing.PublishedFormulas;
import io.allegiance.testing.PublishedFormulas.BetaGeometric;
import io.allegiance.testing.SharedData;
import io.allegiance.testing.TestDatabase;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody has an empty MySQL and the file of the papers, CDNOW's tenth sample: five commands later every customer has the
 * scores that the published formulas give, and a churn probability that is theirs on average.
 */
@Tag("story")
class A01_FirstNightOnEmptyDatabaseTest {

    private static final LocalDate AS_OF = LocalDate.of(1997, 9, 30);
    private static final int HORIZON_DAYS = 90;

    @AutoClose
    private static final TestDatabase.Schema SCHEMA = TestDatabase.freshSchema();

    @TempDir
    private static Path folder;

    private final Map<List<Integer>, double[]> outlooks = new HashMap<>();

    @Test
    void cdnowIsScoredAsThePapersSay() throws IOException {
        // Given an empty schema
        Commands commands = Commands.on(SCHEMA, folder.resolve("home")).with("allegiance.train.yardsticks", true);
        Path file = SharedData.path("cdnow_sample.csv.gz");
        commands.run("import", file.toString()).refusedWith(21, "run 'allegiance migrate'");

        // When its tables are made, the file lands, a model is trained and the night runs
        assertThat(commands.succeed("migrate")).contains("brought up to date");
        assertThat(commands.succeed("import", file.toString()))
                .contains("lines read 6919 = landed 6919 + already landed 0 + rejected 0");
        commands.succeed("train", "--as-of", AS_OF.toString());
        Published published = Published.of(commands.succeed("nightly", "--date", AS_OF.toString()));

        // Then all customers are published
        assertThat(published.customers()).isEqualTo(2_357);

        // And the models are those of the papers
        JsonNode model = new JsonMapper()
                .readTree(commands.succeed("models", "--json"))
                .get(0)
                .get("model");
        assertFits(model);

        // And each customer has what the formulas say
        assertScores(commands, model);
    }

    private static void assertFits(JsonNode model) {
        assertFit(model, "BG/NBD", -9582.43, Map.of("r", 0.24259, "alpha", 4.41360, "a", 0.79292, "b", 2.42589));
        assertFit(model, "MBG/NBD", -9582.13, Map.of("r", 0.52484, "alpha", 6.18309, "a", 0.89139, "b", 1.61405));
        assertFit(model, "Pareto/NBD", -9594.98, Map.of("r", 0.55327, "alpha", 10.5778, "s", 0.60602, "beta", 11.6639));
        assertFit(model, "Gamma-Gamma", -4055.92, Map.of("p", 6.24935, "q", 3.74426, "gamma", 15.44431));
    }

    private void assertScores(Commands commands, JsonNode model) throws IOException {
        Path export = folder.resolve("scores.csv");
        commands.succeed("scores", "--export", export.toString());
        Map<String, Map<String, String>> scores = readExport(export);
        Map<String, SortedMap<LocalDate, BigDecimal>> trade = readTrade();
        assertThat(scores).containsOnlyKeys(trade.keySet());
        trade.forEach((customer, days) -> assertScore(scores.get(customer), days, model));

        // And their mean churn probability is that of MBG/NBD, moved by what the shop's past says of it
        double mean = mean(trade.values().stream().mapToDouble(days -> forecast(model, days)[1]));
        double delta = model.get("churn").get("level").get("delta").asDouble();
        double level = 1 / (1 + (1 - mean) / mean * Math.exp(-delta));
        assertThat(mean(scores.values().stream().mapToDouble(score -> number(score, "churn_probability"))))
                .isCloseTo(level, within(1e-6));

        // And one of them can be looked up
        assertThat(commands.succeed("scores", "--customer", "0001"))
                .containsPattern("churn_probability +" + scores.get("0001").get("churn_probability"));
    }

    private static void assertFit(JsonNode model, String name, double logLikelihood, Map<String, Double> parameters) {
        JsonNode fit = fit(model, name);
        assertThat(fit.get("logLikelihood").asDouble()).isCloseTo(logLikelihood, within(0.01));
        assertThat(fit.get("parameters").propertyNames()).containsExactlyInAnyOrderElementsOf(parameters.keySet());
        parameters.forEach((symbol, value) -> assertThat(parameter(model, name, symbol))
                .as("%s of %s", symbol, name)
                .isCloseTo(value, withPercentage(0.05)));
    }

    private static JsonNode fit(JsonNode model, String name) {
        return model.get("fits")
                .valueStream()
                .filter(fit -> fit.get("model").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static double parameter(JsonNode model, String name, String symbol) {
        return fit(model, name).get("parameters").get(symbol).asDouble();
    }

    /** The second implementation: customer, purchase day, spend of the day, from the file's lines up to the date. */
    private static Map<String, SortedMap<LocalDate, BigDecimal>> readTrade() {
        Map<String, SortedMap<LocalDate, BigDecimal>> trade = new TreeMap<>();
        for (SharedData.Line line : SharedData.lines("cdnow_sample.csv.gz")) {
            LocalDate day = LocalDate.parse(line.timestamp().substring(0, 10));
            if (!day.isAfter(AS_OF)) {
                trade.computeIfAbsent(line.customerId(), customer -> new TreeMap<>())
                        .merge(day, new BigDecimal(line.amount()), BigDecimal::add);
            }
        }
        return trade;
    }

    private void assertScore(Map<String, String> score, SortedMap<LocalDate, BigDecimal> days, JsonNode model) {
        double[] forecast = forecast(model, days);
        double churn = number(score, "churn_probability");
        assertThat(churn).isBetween(0.0, 1.0);
        assertNear(score, "probability_alive", forecast[0], 1e-6);
        assertNear(score, "expected_purchases", (1 - churn) * forecast[2], 1e-6 * forecast[2]);
        double spend = expectedSpend(model, days);
        assertNear(score, "expected_spend", spend, 1e-4);
        assertNear(score, "expected_value", (1 - churn) * forecast[2] * spend, 1e-4 + 1e-6 * forecast[2] * spend);
        assertNear(score, "value_at_risk", churn * forecast[2] * spend, 1e-4 + 1e-6 * forecast[2] * spend);
        assertThat(score.get("reason_1")).matches("[a-z_0-9]+[+-]");
    }

    private double[] forecast(JsonNode model, SortedMap<LocalDate, BigDecimal> days) {
        int x = days.size() - 1;
        int lastPurchaseAge = daysBetween(days.firstKey(), days.lastKey());
        return outlooks.computeIfAbsent(
                List.of(x, lastPurchaseAge, daysBetween(days.firstKey(), AS_OF)), triple -> forecast(model, triple));
    }

    private static double mean(DoubleStream values) {
        return values.average().orElseThrow();
    }

    private static double number(Map<String, String> score, String column) {
        return Double.parseDouble(score.get(column));
    }

    /** P(alive) and churn of MBG/NBD, and its E[N | N ≥ 1] times the model's factor, 1 or more. */
    private static double[] forecast(JsonNode model, List<Integer> triple) {
        BetaGeometric mbg = PublishedFormulas.mbgNbd(
                parameter(model, "MBG/NBD", "r"),
                parameter(model, "MBG/NBD", "alpha"),
                parameter(model, "MBG/NBD", "a"),
                parameter(model, "MBG/NBD", "b"));
        int x = triple.get(0);
        int lastPurchaseAge = triple.get(1);
        int age = triple.get(2);
        double factor = model.get("churn").get("purchaseFactor").asDouble();
        return new double[] {
            mbg.probabilityAlive(x, lastPurchaseAge, age),
            mbg.churnProbability(x, lastPurchaseAge, age, HORIZON_DAYS),
            Math.max(1, mbg.expectedPurchasesGivenAny(x, age, HORIZON_DAYS) * factor)
        };
    }

    private static double expectedSpend(JsonNode model, SortedMap<LocalDate, BigDecimal> days) {
        List<BigDecimal> repeats = days.values().stream()
                .skip(1)
                .filter(spend -> spend.signum() > 0)
                .toList();
        List<BigDecimal> deciding =
                days.values().stream().skip(days.size() > 1 ? 1 : 0).toList();
        if (deciding.stream().allMatch(spend -> spend.signum() == 0)) {
            return 0;
        }
        BigDecimal sum = repeats.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal count = BigDecimal.valueOf(Math.max(1, repeats.size()));
        return PublishedFormulas.expectedSpend(
                parameter(model, "Gamma-Gamma", "p"),
                parameter(model, "Gamma-Gamma", "q"),
                parameter(model, "Gamma-Gamma", "gamma"),
                repeats.size(),
                sum.divide(count, MathContext.DECIMAL64).doubleValue());
    }

    private static void assertNear(Map<String, String> score, String column, double expected, double tolerance) {
        assertThat(number(score, column))
                .as("%s of %s", column, score.get("customer_id"))
                .isCloseTo(expected, within(tolerance));
    }

    private static int daysBetween(LocalDate from, LocalDate to) {
        return Math.toIntExact(ChronoUnit.DAYS.between(from, to));
    }

    private static Map<String, Map<String, String>> readExport(Path export) throws IOException {
        List<String> lines = Files.readAllLines(export);
        String[] header = lines.get(0).split(",", -1);
        Map<String, Map<String, String>> scores = new TreeMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            Map<String, String> score = new HashMap<>();
            for (int i = 0; i < header.length; i++) {
                score.put(header[i], cells[i]);
            }
            scores.put(cells[0], score);
        }
        return scores;
    }
}
