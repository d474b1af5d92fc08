package io.allegiance.cli;

import io.allegiance.cli.text.SegmentTable;
import io.allegiance.demo.DemoPlan;
import io.allegiance.demo.TradeGenerator;
import io.allegiance.failure.ExitCode;
import io.allegiance.failure.NothingToDoException;
import io.allegiance.failure.RetryableException;
import io.allegiance.failure.UsageException;
import io.allegiance.intake.csv.ImportKind;
import io.allegiance.intake.load.ImportRequest;
import io.allegiance.intake.source.SourceTransactions;
import io.allegiance.job.NightlyRun;
import io.allegiance.job.TrainRun;
import io.allegiance.platform.HomeFolder;
import io.allegiance.platform.database.Database;
import io.allegiance.platform.embedded.EmbeddedDatabase;
import io.allegiance.publish.Publication;
import io.allegiance.publish.Publications;
import io.allegiance.report.page.ReportFiles;
import io.allegiance.run.Decision;
import io.allegiance.settings.Settings;
import io.allegiance.settings.nightly.NightlySettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code demo}: a year of made-up trade through the real program: import, train, and some nights. */
@Command(
        name = "demo",
        description = "A year of generated trade, a model, some nights: the whole program on made-up customers.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class DemoCommand implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(DemoCommand.class);
    private static final int MOST_NIGHTS = 28;

    /** A few made-up customers may leave a day empty. */
    private static final Decision NO_FILE_IS_MISSING = new Decision("demo", "the day's trade is made up and whole");

    private final ApplicationSession session;

    @Spec
    private CommandSpec spec;

    @Option(names = "--customers", paramLabel = "N", defaultValue = "2000", description = "how many; 2000 unless given")
    private int customers;

    @Option(names = "--nights", paramLabel = "K", defaultValue = "3", description = "how many; 3 unless given")
    private int nights;

    DemoCommand(ApplicationSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        DemoPlan plan = plan();
        Path home =
                EmbeddedDatabase.defaultHome(session.setting("ALLEGIANCE_HOME")).resolve("demo-" + customers);
        session.with(Map.of("ALLEGIANCE_HOME", home.toString()), context -> {
            run(context, plan);
            return null;
        });
        return ExitCode.DONE.code();
    }

    private DemoPlan plan() {
        if (nights < 1 || nights > MOST_NIGHTS) {
            throw new ParameterException(
                    spec.commandLine(), "--nights must be in 1 to " + MOST_NIGHTS + "; was " + nights);
        }
        try {
            return DemoPlan.ofYear(customers);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--customers: " + e.getMessage());
        }
    }

    private void run(ApplicationContext context, DemoPlan plan) {
        requireOwnGround(context);
        TradeGenerator trade = new TradeGenerator(plan);
        Path folder = context.getBean(HomeFolder.class).path().resolve("files");
        LocalDate trainingDay = plan.lastDay().minusDays(nights);
        LOG.info("demo: {} customers, trade of {} to {}", customers, plan.firstDay(), trainingDay);
        land(context, trade, folder, plan.firstDay(), trainingDay);
        LOG.info("demo: training a model as of {}", trainingDay);
        context.getBean(TrainRun.class).run(trainingDay);
        for (LocalDate day = trainingDay.plusDays(1); !day.isAfter(plan.lastDay()); day = day.plusDays(1)) {
            LOG.info("demo: the night of {}", day);
            land(context, trade, folder, day, day);
            runNight(context, day);
        }
        print(context, plan);
    }

    /** Made-up customers must never come among real ones. */
    private void requireOwnGround(ApplicationContext context) {
        boolean ours = context.getBean(Settings.class).isDemo();
        if (!ours && context.getBean(SourceTransactions.class).findFirstDate() != null) {
            throw new UsageException("this database holds transactions already, and the demo makes customers up; point"
                    + " SPRING_DATASOURCE_URL at an empty schema, or unset it to use the embedded database");
        }
        context.getBean(Settings.class).markDemo();
    }

    private static void land(
            ApplicationContext context, TradeGenerator trade, Path folder, LocalDate from, LocalDate to) {
        try {
            Files.createDirectories(folder);
            Path transactions = folder.resolve("transactions-" + to + ".csv");
            Path referrals = folder.resolve("referrals-" + to + ".csv");
            Path incidents = folder.resolve("incidents-" + to + ".csv");
            trade.writeTransactions(transactions, from, to);
            ImportCommand.land(context, new ImportRequest(ImportKind.TRANSACTION, transactions, false));
            if (trade.writeReferrals(referrals, from, to) > 0) {
                ImportCommand.land(context, new ImportRequest(ImportKind.REFERRAL, referrals, false));
            }
            if (trade.writeIncidents(incidents, from, to) > 0) {
                ImportCommand.land(context, new ImportRequest(ImportKind.INCIDENT, incidents, false));
            }
        } catch (IOException e) {
            throw new RetryableException("the demo could not write its files into " + folder + "; make room there", e);
        }
    }

    private static void runNight(ApplicationContext context, LocalDate day) {
        try {
            context.getBean(NightlyRun.class).run(day, NO_FILE_IS_MISSING);
        } catch (NothingToDoException e) {
            LOG.info("demo: {}", e.getMessage());
        }
    }

    private void print(ApplicationContext context, DemoPlan plan) {
        Publications publications = context.getBean(Publications.class);
        Publication publication = publications.findCurrent().orElseThrow();
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                Locale.ROOT,
                "Scores of %s, publication %d: %d customers%n%n",
                publication.scoreDate(),
                publication.publication(),
                publication.customers());
        SegmentTable.print(publications.listSegments(publication.publication()), out);
        HomeFolder folder = context.getBean(HomeFolder.class);
        Path home = folder.path();
        Path reports = context.getBean(NightlySettings.class).reportsFolder(folder);
        boolean embedded = context.getBean(Database.class).embeddedHome().isPresent();
        String where = embedded ? "ALLEGIANCE_HOME='" + home + "' " : "";
        out.printf(
                Locale.ROOT,
                "%nThe scores lie in the view current_customer_score of %s.%n",
                embedded ? "the embedded database in " + home : "your database");
        out.println("The report of the last night: "
                + ReportFiles.pageOf(plan.lastDay(), reports).toAbsolutePath());
        out.println("Type next:");
        List.of(
                        "scores --customer C000001",
                        "explain --customer C000001",
                        "scores --export scores.csv",
                        "models",
                        "status")
                .forEach(next -> out.println("  " + where + "jobs/allegiance " + next));
    }
}
