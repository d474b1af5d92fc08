package io.allegiance.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.btyd.MbgNbd;
import io.allegiance.calendar.ClosureRules;
import io.allegiance.calendar.OpenDays;
import io.allegiance.churn.CustomerAsOf;
import io.allegiance.churn.FeatureCatalogue;
import io.allegiance.churn.GapSurvival;
import io.allegiance.churn.PopulationAsOf;
import io.allegiance.history.PurchaseHistory;
import io.allegiance.history.SharedNames;
import io.allegiance.history.store.HistoryColumns;
import io.allegiance.intake.csv.FileProgress;
import io.allegiance.intake.line.IntakeSettings;
import io.allegiance.platform.read.Columns;
import io.allegiance.platform.sql.Sql;
import io.allegiance.testing.Commands;
import io.allegiance.testing.SharedData;
import io.allegiance.testing.TestDatabase;
import io.allegiance.training.PurchaseFile;
import io.allegiance.training.PurchaseLog;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What nights keep of each customer, carried on from date to date while days enter and leave its windows, gives the same
 * features to the last bit as training gets when it looks back at one of those dates.
 */
@Tag("story")
class A12_FeaturesOfNightsAreThoseOfTrainingTest {

    private static final String FILE = "cdnow_sample.csv.gz";
    private static final MbgNbd MODEL = new MbgNbd(0.525, 6.183, 0.891, 1.614);

    /** A step of a day, of a few days, over the end of the short window, and over the end of the long one. */
    private static final List<LocalDate> NIGHTS = List.of(
            LocalDate.of(1997, 9, 30),
            LocalDate.of(1997, 10, 1),
            LocalDate.of(1997, 10, 9),
            LocalDate.of(1998, 1, 3),
            LocalDate.of(1998, 4, 1));

    @AutoClose
    private static final TestDatabase.Schema SCHEMA = TestDatabase.freshSchema().migrate();

    @TempDir
    private static Path folder;

    @Test
    void onEachOfTheDates() {
        Commands commands = Commands.on(SCHEMA, folder.resolve("home"))
                .with("allegiance.nightly.oldest-model", "365d")
                .with("allegiance.nightly.gate.mean-churn", 1)
                .with("allegiance.nightly.gate.segment-share", 1);
        Path file = SharedData.path(FILE);
        commands.succeed("import", file.toString());
        commands.succeed("train", "--as-of", NIGHTS.get(0).toString());
        PurchaseLog log = PurchaseFile.read(
                        file,
                        new IntakeSettings(ZoneOffset.UTC, "EUR"),
                        new ClosureRules(List.of(), true),
                        NIGHTS.get(0),
                        FileProgress.NONE)
                .log();
        for (LocalDate night : NIGHTS) {
            commands.succeed("nightly", "--date", night.toString());
            Map<String, List<Double>> kept = featuresOfNights(night);
            assertThat(kept).as("as of %s", night).hasSize(2_357).isEqualTo(featuresOfTraining(log, night));
        }
    }

    private static Map<String, List<Double>> featuresOfNights(LocalDate night) {
        Map<String, List<Double>> features = new TreeMap<>();
        JdbcClient.create(SCHEMA.dataSource())
                .sql(Sql.get("publish/stream_purchasers"))
                .query((row, number) -> HistoryColumns.read(Columns.of(row), new SharedNames()))
                .list()
                .forEach(history -> features.put(history.customerId(), features(history, night)));
        return features;
    }

    private static Map<String, List<Double>> featuresOfTraining(PurchaseLog log, LocalDate asOf) {
        Map<String, List<Double>> features = new TreeMap<>();
        for (int customer = 0; customer < log.size(); customer++) {
            PurchaseHistory history = log.findHistory(customer, asOf).orElse(null);
            if (history != null) {
                features.put(history.customerId(), features(history, asOf));
            }
        }
        return features;
    }

    private static List<Double> features(PurchaseHistory history, LocalDate asOf) {
        CustomerAsOf customer = new PopulationAsOf(asOf, OpenDays.NONE, MODEL, 90, GapSurvival.NONE).look(history);
        return FeatureCatalogue.ALL.stream()
                .map(feature -> feature.value().applyAsDouble(customer))
                .toList();
    }
}
