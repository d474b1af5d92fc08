package io.allegiance.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.testing.Commands;
import io.allegiance.testing.TestDatabase;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shop is two weeks old when it is scored for the first time. Its bands do not tell customers apart until they are shares. */
@Tag("story")
class A28_AYoungShopTest {

    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 9, 1);
    private static final LocalDate DATE = FIRST_DAY.plusDays(14);
    private static final LocalDate NEXT = DATE.plusDays(1);

    @AutoClose
    private static final TestDatabase.Schema SCHEMA = TestDatabase.freshSchema().migrate();

    @AutoClose
    private static final TestDatabase.Schema TWIN = TestDatabase.freshSchema().migrate();

    @TempDir
    private static Path folder;

    private final Readers readers = Readers.of(SCHEMA);
    private final Map<String, BigDecimal> edges = new TreeMap<>();

    @Test
    void nobodyIsLostAndBandsFollowTheCustomers() throws IOException {
        // Given a shop of two weeks, and edges between which almost every churn probability is
        Commands commands = open(SCHEMA, "home");
        Commands wide = commands.with("allegiance.nightly.churn-bands.medium", "0.000002")
                .with("allegiance.nightly.churn-bands.high", "0.999999");

        // When the night runs, then nobody has been away for long
        wide.succeed("nightly", "--date", DATE.toString());
        assertThat(readers.segments().values())
                .contains("ABOUT_TO_SLEEP")
                .doesNotContain("LOST", "HIBERNATING", "AT_RISK", "CANNOT_LOSE_THEM");
        assertThat(RunRecords.of(SCHEMA).historyStart(DATE)).isEqualTo(FIRST_DAY);

        // And report and doctor say that the bands are of no use, with the figure and what to write
        assertThat(Files.readString(folder.resolve("home/reports/nightly-" + DATE + ".json")))
                .contains(
                        "customers (", "are in the churn band MEDIUM, so its edges (medium: 0.000002, high: 0.999999)")
                .contains("churn-bands: {medium: top 60 %, high: top 20 %}");
        assertThat(wide.succeed("doctor"))
                .containsPattern("warn +churn bands .* are in the churn band MEDIUM.* => write shares in");

        // When that is written, then the doctor is content, and the next night has such bands
        Commands shares = withShares(commands);
        assertThat(shares.succeed("doctor")).containsPattern("ok +churn bands +medium: top 60 %, high: top 20 %: each");
        Published published = Published.of(shares.succeed("nightly", "--date", NEXT.toString()));
        requireShares();
        assertThat(Files.readString(folder.resolve("home/reports/nightly-" + NEXT + ".json")))
                .contains("\"crowding\" : null");

        // And another number of partitions publishes the same
        Commands twin = open(TWIN, "twin");
        withShares(twin).succeed("nightly", "--date", DATE.toString());
        assertThat(Published.of(withShares(twin)
                                .with("allegiance.partitions", 3)
                                .succeed("nightly", "--date", NEXT.toString()))
                        .scoreDigest())
                .isEqualTo(published.scoreDigest());
    }

    private static Commands withShares(Commands commands) {
        return commands.with("allegiance.nightly.churn-bands.medium", "top 60 %")
                .with("allegiance.nightly.churn-bands.high", "top 20 %");
    }

    /** A band is that of the published probability, and holds its share but for customers of equal probability. */
    private void requireShares() {
        RunRecords runs = RunRecords.of(SCHEMA);
        edges.put("MEDIUM", new BigDecimal(runs.threshold(NEXT, "churn_band_medium")));
        edges.put("HIGH", new BigDecimal(runs.threshold(NEXT, "churn_band_high")));
        Map<String, Integer> bands = new TreeMap<>();
        readers.forEachRow(row -> {
            BigDecimal churn = row.getBigDecimal("churn_probability");
            if (churn != null) {
                assertThat(row.getString("churn_band")).isEqualTo(band(churn));
                bands.merge(row.getString("churn_band"), 1, Integer::sum);
            }
        });
        double customers = readers.scoredCustomers();
        assertThat(bands.get("HIGH") / customers).isBetween(0.1, 0.3);
        assertThat((bands.get("HIGH") + bands.get("MEDIUM")) / customers).isBetween(0.5, 0.7);
    }

    private String band(BigDecimal churn) {
        if (churn.compareTo(edges.get("MEDIUM")) < 0) {
            return "LOW";
        }
        return churn.compareTo(edges.get("HIGH")) < 0 ? "MEDIUM" : "HIGH";
    }

    private static Commands open(TestDatabase.Schema schema, String home) {
        Commands commands = Commands.on(schema, folder.resolve(home));
        new Shop(1_000, FIRST_DAY, FIRST_DAY.plusDays(59), folder).land(commands, FIRST_DAY, NEXT);
        commands.succeed("train", "--as-of", DATE.toString());
        return commands;
    }
}
