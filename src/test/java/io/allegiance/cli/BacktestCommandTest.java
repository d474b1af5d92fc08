package io.allegiance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.testing.Commands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** On made-up trade of 2024, beside a database that nobody could reach. */
class BacktestCommandTest {

    private static final String HEADER = "customer_id,occurred_at,amount";
    private static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);
    private static final String CUT_OFFS = "2024-08-03,2024-07-04";

    @TempDir
    private Path folder;

    private final List<String> trade = trade(300);

    @AfterEach
    void noDatabaseWasStarted() {
        assertThat(folder.resolve("home")).doesNotExist();
    }

    @Test
    void tableListsModelsAndCutOffsOnceInOrder() throws IOException {
        Commands.Result result =
                run(file(trade), "--cutoff", CUT_OFFS + ",2024-07-04").endedWith(0);
        assertThat(result.stdout())
                .startsWith("Churn is no purchase day in the 90 days after the cut-off.")
                .containsPattern("(?s)Allegiance\n.*2024-07-04 .*\n2024-08-03 .*\nmean .*MBG/NBD\n.*BG/NBD\n")
                .contains("reliability over all cut-offs", "by repeat purchases over all cut-offs", "too few")
                .containsPattern("The past churn rate for everybody has a mean log loss of 0\\.\\d{4}\\.")
                .contains("the interval that holds the observed one with at least 80 %", "gain in log loss over");
        assertThat(result.stdout().lines()).allMatch(line -> line.length() <= 100);
        assertThat(result.stderr()).contains("lines read " + trade.size() + " = taken in " + trade.size() + " + ");
    }

    @Test
    void laterLinesDoNotChangePredictions() throws IOException {
        Path clean = folder.resolve("clean.csv");
        run(file(trade), "--cutoff", CUT_OFFS, "--predictions", clean.toString())
                .endedWith(0);
        List<String> poisoned = new ArrayList<>(trade);
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 2_000; i++) {
            LocalDate day = LocalDate.of(2024, 8, 4).plusDays(random.nextInt(200));
            poisoned.add("C" + random.nextInt(500) + "," + day + "," + random.nextInt(-99, 1_000_000));
        }
        Path after = folder.resolve("after.csv");
        run(file(poisoned), "--cutoff", "2024-07-04,2024-08-03", "--predictions", after.toString())
                .endedWith(0);
        assertThat(after).hasSameBinaryContentAs(clean);

        Collections.shuffle(poisoned, new Random(5));
        run(file(poisoned), "--cutoff", CUT_OFFS, "--predictions", after.toString())
                .endedWith(0);
        assertThat(after).hasSameBinaryContentAs(clean);
    }

    @Test
    void fileEndingAtCutOffPredictsSameWithoutFigures() throws IOException {
        String cutOff = "2024-08-03";
        List<String> known = trade.stream()
                .filter(line -> line.split(",")[1].compareTo(cutOff) <= 0)
                .toList();
        Path whole = folder.resolve("whole.csv");
        run(file(trade), "--cutoff", cutOff, "--predictions", whole.toString()).endedWith(0);
        Path ended = folder.resolve("ended.csv");
        Commands.Result result = run(file(known), "--cutoff", cutOff, "--predictions", ended.toString())
                .endedWith(0);
        assertThat(ended).hasSameBinaryContentAs(whole);
        assertThat(result.stdout()).contains("there are no figures");

        run(file(known), "--cutoff", cutOff).refusedWith(64, "no cut-off can be " + cutOff);
        run(file(known), "--cutoff", "2025-02-01", "--predictions", ended.toString())
                .refusedWith(64, "no cut-off can be 2025-02-01");
    }

    @Test
    void predictionsAreWrittenWholeByCutOffAndId() throws IOException {
        Path out = folder.resolve("out.csv");
        run(file(trade), "--cutoff", CUT_OFFS, "--predictions", out.toString()).endedWith(0);
        List<String> rows = Files.readAllLines(out);
        assertThat(rows.get(0)).isEqualTo("cutoff,customer_id,churn_probability,expected_purchases");
        assertThat(rows.subList(1, rows.size()))
                .hasSizeGreaterThan(500)
                .allMatch(row -> row.matches("2024-0[78]-0[34],C\\d+,[01]\\.\\d{6},\\d+\\.\\d{6}"))
                .isSortedAccordingTo(
                        (a, b) -> a.substring(0, a.indexOf(',', 11)).compareTo(b.substring(0, b.indexOf(',', 11))));

        Path none = folder.resolve("none.csv");
        run(file(trade), "--cutoff", "2024-01-02", "--predictions", none.toString())
                .refusedWith(21, "a second time");
        run(file(trade), "--cutoff", CUT_OFFS, "--predictions", folder.toString())
                .refusedWith(64, "it is a folder");
        run(
                        file(trade),
                        "--cutoff",
                        CUT_OFFS,
                        "--predictions",
                        folder.resolve("no/out.csv").toString())
                .refusedWith(64, "cannot be written");
        try (var files = Files.list(folder)) {
            assertThat(files)
                    .allMatch(each -> !each.toString().contains("none.csv"))
                    .noneMatch(each -> each.toString().endsWith(".part"));
        }
    }

    @Test
    void jsonHasAllFigures() throws IOException {
        JsonNode json = JsonMapper.shared()
                .readTree(run(file(trade), "--cutoff", CUT_OFFS, "--json")
                        .endedWith(0)
                        .stdout());
        assertThat(json.propertyNames()).containsExactly("lines", "backtest");
        assertThat(json.at("/lines/linesRead").asInt()).isEqualTo(trade.size());
        JsonNode backtest = json.get("backtest");
        assertThat(backtest.propertyNames())
                .containsExactly(
                        "horizonDays",
                        "models",
                        "reliability",
                        "pooledReliability",
                        "bands",
                        "constantLogLoss",
                        "fits");
        assertThat(backtest.at("/horizonDays").asInt()).isEqualTo(90);
        assertThat(backtest.at("/models/0/model").asString()).isEqualTo("Allegiance");
        assertThat(backtest.at("/models/0/cutOffs/1/cutOff").asString()).isEqualTo("2024-08-03");
        assertThat(backtest.at("/models/0/mean").propertyNames())
                .containsExactly(
                        "customers",
                        "logLoss",
                        "brier",
                        "auc",
                        "calibrationError",
                        "meanChurn",
                        "observedChurn",
                        "purchasesMae",
                        "purchasesBias");
        assertThat(backtest.at("/pooledReliability")).hasSize(10);
        assertThat(backtest.at("/reliability/0/bins/9").propertyNames())
                .containsExactly("from", "to", "customers", "meanPredicted", "observed");
        requireLevelOfCutOffs(backtest);
    }

    private static void requireLevelOfCutOffs(JsonNode backtest) {
        assertThat(backtest.at("/bands")
                        .valueStream()
                        .map(each -> each.get("band").asString()))
                .containsExactly("0", "1", "2-3", "4-7", "8-15", "16+", "top 1 %");
        for (int i = 0; i < 2; i++) {
            JsonNode fit = backtest.get("fits").get(i);
            JsonNode cutOff = backtest.at("/models/0/cutOffs/" + i);
            double mean = cutOff.at("/quality/meanChurn").asDouble();
            double observed = cutOff.at("/quality/observedChurn").asDouble();
            assertThat(fit.get("cutOff")).isEqualTo(cutOff.get("cutOff"));
            assertThat(fit.get("low").asDouble()).isLessThan(mean);
            assertThat(fit.get("high").asDouble()).isGreaterThan(mean);
            assertThat(fit.get("inside").asBoolean())
                    .isEqualTo(fit.get("low").asDouble() <= observed
                            && observed <= fit.get("high").asDouble());
        }
    }

    @Test
    void horizonIsConfiguredUnlessGiven() throws IOException {
        Path file = file(trade);
        Commands configured = commands().with("allegiance.horizon-days", 30);
        assertThat(configured.succeed("backtest", file.toString(), "--cutoff", "2024-07-04"))
                .startsWith("Churn is no purchase day in the 30 days");
        assertThat(configured.succeed("backtest", file.toString(), "--cutoff", "2024-07-04", "--horizon", "60"))
                .startsWith("Churn is no purchase day in the 60 days");
        run(file, "--cutoff", "2024-07-04", "--horizon", "0").refusedWith(64, "1 to 730");
        commands()
                .with("allegiance.horizon-days", 0)
                .run("backtest", file.toString(), "--cutoff", "2024-07-04")
                .refusedWith(21, "the configuration is refused");
    }

    @Test
    void impossibleCutOffIsRefusedWithPossibleOnes() throws IOException {
        List<String> lines = new ArrayList<>(trade);
        lines.add("C1,2024-12-31,5");
        Path file = file(lines);
        run(file, "--cutoff", "2024-07-04,2024-10-03,2023-12-31")
                .refusedWith(
                        64,
                        "no cut-off can be 2023-12-31, 2024-10-03 with a horizon of 90 days; those from"
                                + " 2024-01-01 to 2024-10-02 can");
        run(file, "--cutoff", "2024-07-04", "--horizon", "366").refusedWith(64, "too short for a horizon of 366 days");
    }

    @Test
    void rejectedLinesAreReportedAndDoNotStop() throws IOException {
        Path file =
                Files.write(folder.resolve("dirty.csv"), List.of("transaction_id,line_key," + HEADER + ",currency"));
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < trade.size(); i++) {
            lines.add("T" + i + ",1," + trade.get(i) + ",");
        }
        lines.add("T0,1,C1,2024-01-01,99,");
        lines.add("P,1,C1,2024-01-01,99,GBP");
        lines.add("N,1,C1,soon,99,");
        Files.write(file, lines, StandardOpenOption.APPEND);
        Commands.Result result = run(file, "--cutoff", CUT_OFFS).endedWith(3);
        assertThat(result.stderr())
                .contains("+ rejected 3")
                .contains("rejected 1 BAD_TIME: ")
                .contains("rejected 1 NO_FX_RATE: The line is not in EUR, the reporting currency")
                .contains("rejected 1 CONFLICTING_CONTENT: The same key stood in the file before");
        assertThat(result.stdout())
                .isEqualTo(run(file(trade), "--cutoff", CUT_OFFS).stdout());
    }

    @Test
    void fileWithoutCustomersIsRefused() throws IOException {
        run(file(List.of(",2024-01-01,5")), "--cutoff", "2024-01-01").refusedWith(64, "no customer of the file");
        run(folder.resolve("nowhere.csv"), "--cutoff", "2024-01-01").refusedWith(64, "There is no file");
    }

    private Commands.Result run(Path file, String... more) {
        List<String> arguments = new ArrayList<>(List.of("backtest", file.toString()));
        arguments.addAll(List.of(more));
        return commands().run(arguments.toArray(String[]::new));
    }

    private Commands commands() {
        return Commands.onEmbedded(folder.resolve("home"))
                .with("spring.datasource.url", "jdbc:mysql://127.0.0.1:1/nobody")
                .with("spring.datasource.username", "nobody")
                .with("spring.datasource.password", "none");
    }

    private Path file(List<String> lines) throws IOException {
        List<String> all = new ArrayList<>(lines);
        all.add(0, HEADER);
        return Files.write(Files.createTempFile(folder, "trade", ".csv"), all);
    }

    /** Customers who come at rates of their own and some day no more; in order of customer, the year 2024 long. */
    private static List<String> trade(int customers) {
        SplittableRandom random = new SplittableRandom(11);
        List<String> lines = new ArrayList<>();
        for (int customer = 0; customer < customers; customer++) {
            double gap = 3 + 60 * random.nextDouble();
            int day = customer == 0 ? 0 : random.nextInt(150);
            int end = random.nextInt(day, 600);
            for (; day <= Math.min(end, 365); day += 1 + (int) (-gap * Math.log(random.nextDouble()))) {
                lines.add(String.format(
                        Locale.ROOT, "C%d,%s,%d", customer, FIRST_DAY.plusDays(day), random.nextInt(1, 90)));
            }
        }
        return lines;
    }
}
