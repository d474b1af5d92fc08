package io.allegiance.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.allegiance.testing.Commands;
import io.allegiance.testing.SharedData;
import io.allegiance.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The reliability bins on a model's card can be worked out by anybody from exported predictions and the lines of trade: of
 * those who were said to churn so likely, so many did.
 */
@Tag("story")
class A13_ReliabilityIsWhatHappenedTest {

    private static final String FILE = "cdnow_sample.csv.gz";
    private static final LocalDate AS_OF = LocalDate.of(1998, 6, 30);
    private static final int HORIZON_DAYS = 90;
    private static final int BINS = 10;

    /** Predictions are exported with six decimals, so a few may fall on the other side of an edge. */
    private static final int ON_AN_EDGE = 3;

    @AutoClose
    private static final TestDatabase.Schema SCHEMA = TestDatabase.freshSchema().migrate();

    @TempDir
    private static Path folder;

    @Test
    void theBinsOnTheCardAreThoseOfAnExport() throws IOException {
        Commands commands = Commands.on(SCHEMA, folder.resolve("home")).with("allegiance.train.cut-offs", 3);
        Path file = SharedData.path(FILE);
        commands.succeed("import", file.toString());
        commands.succeed("train", "--as-of", AS_OF.toString());
        JsonNode backtest = new JsonMapper()
                .readTree(commands.succeed("models", "--json"))
                .get(0)
                .get("model")
                .get("backtest");
        List<String> cutOffs = backtest.get("reliability")
                .valueStream()
                .map(each -> each.get("cutOff").asString())
                .toList();
        assertThat(cutOffs).containsExactly("1998-04-01", "1998-03-02", "1998-01-31");

        Path predictions = folder.resolve("predictions.csv");
        commands.succeed(
                "backtest",
                file.toString(),
                "--cutoff",
                String.join(",", cutOffs),
                "--predictions",
                predictions.toString());

        Bins recomputed = new Bins();
        Map<String, TreeSet<LocalDate>> days = purchaseDays();
        try (Stream<String> lines = Files.lines(predictions)) {
            lines.skip(1).map(line -> line.split(",")).forEach(cells -> {
                LocalDate cutOff = LocalDate.parse(cells[0]);
                LocalDate next = days.get(cells[1]).higher(cutOff);
                recomputed.add(
                        Double.parseDouble(cells[2]), next == null || next.isAfter(cutOff.plusDays(HORIZON_DAYS)));
            });
        }
        recomputed.requireThoseOf(backtest.get("pooledReliability"));
    }

    /** The second implementation. */
    private static final class Bins {

        private final long[] customers = new long[BINS];
        private final long[] churned = new long[BINS];
        private final double[] predicted = new double[BINS];

        void add(double probability, boolean hasChurned) {
            int bin = (int) Math.min(BINS - 1, Math.floor(probability * BINS));
            customers[bin]++;
            predicted[bin] += probability;
            churned[bin] += hasChurned ? 1 : 0;
        }

        void requireThoseOf(JsonNode card) {
            assertThat(card.size()).isEqualTo(BINS);
            for (int bin = 0; bin < BINS; bin++) {
                JsonNode shown = card.get(bin);
                long count = shown.get("customers").asLong();
                assertThat(count).as("bin %d", bin).isCloseTo(customers[bin], within((long) ON_AN_EDGE));
                if (count > 0) {
                    double edge = 2.0 * ON_AN_EDGE / count;
                    assertThat(shown.get("meanPredicted").asDouble())
                            .isCloseTo(predicted[bin] / customers[bin], within(1e-6 + edge * 0.1));
                    assertThat(shown.get("observed").asDouble())
                            .isCloseTo((double) churned[bin] / customers[bin], within(1e-9 + edge));
                }
            }
        }
    }

    private static Map<String, TreeSet<LocalDate>> purchaseDays() {
        return SharedData.lines(FILE).stream()
                .collect(Collectors.groupingBy(
                        SharedData.Line::customerId,
                        TreeMap::new,
                        Collectors.mapping(
                                line -> LocalDate.parse(line.timestamp().substring(0, 10)),
                                Collectors.toCollection(TreeSet::new))));
    }
}
