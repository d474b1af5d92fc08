package io.allegiance.demo;

import io.allegiance.failure.NothingToDoException;
import io.allegiance.failure.RetryableException;
import io.allegiance.failure.UsageException;
import io.allegiance.intake.csv.ImportKind;
import io.allegiance.intake.load.ImportRequest;
import io.allegiance.intake.source.SourceTransactions;
import io.allegiance.job.ImportRun;
import io.allegiance.job.NightlyRun;
import io.allegiance.job.TrainRun;
import io.allegiance.platform.HomeFolder;
import io.allegiance.platform.PrivateFolder;
import io.allegiance.platform.database.Database;
import io.allegiance.publish.Publication;
import io.allegiance.publish.Publications;
import io.allegiance.report.page.ReportFiles;
import io.allegiance.run.Decision;
import io.allegiance.settings.Settings;
import io.allegiance.settings.nightly.NightlySettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Generated trade through the real program: import, training, and some nights. Created for its command alone. */
public final class DemoRun {

    private static final Logger LOG = LoggerFactory.getLogger(DemoRun.class);

    /** A few made-up customers may leave a day empty. */
    private static final Decision NO_FILE_IS_MISSING = new Decision("demo", "the day's trade is made up and whole");

    private final Settings settings;
    private final SourceTransactions source;
    private final ImportRun imports;
    private final TrainRun training;
    private final NightlyRun nightly;
    private final Publications publications;
    private final NightlySettings nightlySettings;
    private final HomeFolder home;
    private final Database database;

    DemoRun(
            Settings settings,
            SourceTransactions source,
            ImportRun imports,
            TrainRun training,
            NightlyRun nightly,
            Publications publications,
            NightlySettings nightlySettings,
            HomeFolder home,
            Database database) {
        this.settings = settings;
        this.source = source;
        this.imports = imports;
        this.training = training;
        this.nightly = nightly;
        this.publications = publications;
        this.nightlySettings = nightlySettings;
        this.home = home;
        this.database = database;
    }

    /**
     * What a demo left behind.
     *
     * @param publication what readers see
     * @param segments its segments, largest first
     * @param report the page of the last night
     * @param home the home folder
     * @param embedded whether the scores are in the embedded database, in the home folder
     */
    public record Outcome(
            Publication publication, List<Publication.SegmentLine> segments, Path report, Path home, boolean embedded) {

        public Outcome {
            segments = List.copyOf(segments);
        }
    }

    /**
     * Runs the demo; the same again carries it on.
     *
     * @param nights how many of the plan's last days have a night; the model is trained as of the day before them
     * @throws UsageException when the database holds transactions that are not the demo's
     * @throws RetryableException when the files of trade cannot be written
     */
    public Outcome run(DemoPlan plan, int nights) {
        requireOwnDatabase();
        TradeGenerator trade = new TradeGenerator(plan);
        LocalDate trainingDay = plan.lastDay().minusDays(nights);
        LOG.info("demo: {} customers, trade of {} to {}", plan.customers(), plan.firstDay(), trainingDay);
        land(trade, plan.firstDay(), trainingDay);
        LOG.info("demo: training a model as of {}", trainingDay);
        training.run(trainingDay);
        for (LocalDate day = trainingDay.plusDays(1); !day.isAfter(plan.lastDay()); day = day.plusDays(1)) {
            LOG.info("demo: the night of {}", day);
            land(trade, day, day);
            runNight(day);
        }
        return describe(plan.lastDay());
    }

    /** Made-up customers must never come among real ones. */
    private void requireOwnDatabase() {
        if (!settings.isDemo() && source.findFirstDate().isPresent()) {
            throw new UsageException("this database holds transactions already, and the demo makes customers up; point"
                    + " SPRING_DATASOURCE_URL at an empty schema, or unset it to use the embedded database");
        }
        settings.markDemo();
    }

    private void land(TradeGenerator trade, LocalDate from, LocalDate to) {
        Path folder = home.path().resolve("files");
        try {
            PrivateFolder.createAll(folder);
            Path transactions = folder.resolve("transactions-" + to + ".csv");
            Path referrals = folder.resolve("referrals-" + to + ".csv");
            Path incidents = folder.resolve("incidents-" + to + ".csv");
            trade.writeTransactions(transactions, from, to);
            imports.run(new ImportRequest(ImportKind.TRANSACTION, transactions, false));
            if (trade.writeReferrals(referrals, from, to) > 0) {
                imports.run(new ImportRequest(ImportKind.REFERRAL, referrals, false));
            }
            if (trade.writeIncidents(incidents, from, to) > 0) {
                imports.run(new ImportRequest(ImportKind.INCIDENT, incidents, false));
            }
        } catch (IOException e) {
            throw new RetryableException("the demo could not write its files into " + folder + "; make room there", e);
        }
    }

    private void runNight(LocalDate day) {
        try {
            nightly.run(day, NO_FILE_IS_MISSING);
        } catch (NothingToDoException e) {
            LOG.info("demo: {}", e.getMessage());
        }
    }

    private Outcome describe(LocalDate lastDay) {
        Publication publication = publications.findCurrent().orElseThrow();
        return new Outcome(
                publication,
                publications.listSegments(publication.publication()),
                ReportFiles.pageOf(lastDay, nightlySettings.reportsFolder(home)).toAbsolutePath(),
                home.path(),
                database.embeddedHome().isPresent());
    }
}
