package io.allegiance.bench;

import io.allegiance.demo.DemoPlan;
import io.allegiance.demo.TradeGenerator;
import io.allegiance.failure.RetryableException;
import io.allegiance.intake.source.SourceTransactions;
import io.allegiance.job.NightlyRun;
import io.allegiance.job.TrainRun;
import io.allegiance.job.nightly.ScoreCustomers;
import io.allegiance.job.nightly.TakeInTransactions;
import io.allegiance.platform.database.Database;
import io.allegiance.platform.sql.Sql;
import io.allegiance.platform.read.StreamingConnections;
import io.allegiance.publish.Publication;
import io.allegiance.publish.Publications;
import io.allegiance.run.Decision;
import io.allegiance.run.JobName;
import io.allegiance.run.Run;
import io.allegiance.run.RunSteps;
import io.allegiance.run.Runs;
import io.allegiance.settings.Settings;
import io.allegiance.run.StepState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DatabaseMetaData;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Runs the real program on a made-up shop, and beside each of its heavy parts what there is to hold it against: on the
 * same server, over the same rows, turn by turn.
 */
public final class Bench {

    /** The smallest shop that a model can be trained of. */
    public static final int FEWEST = 500;

    /** The largest shop, by the numbers that its receipts have. */
    public static final int MOST = 20_000_000;

    private static final Logger LOG = LoggerFactory.getLogger(Bench.class);
    private static final String SCORES = Sql.get("publish/stream_scores").replaceFirst("SELECT ", "SELECT slot, ");

    /* Sixteen bytes that need no escape replace the hash. */
    private static final String DAYS = """
            SELECT customer_id, business_date, purchase_lines, return_lines, purchase_transactions, purchase_amount, return_amount,
                   spend, quantity, discount_known_lines, full_price_lines, products, LEFT(HEX(content_hash), 16)
            FROM customer_day
            WHERE business_date = ?
            ORDER BY customer_id""";

    private static final Decision MADE_UP = new Decision("bench", "the day's trade is made up and whole");

    private final ApplicationContext program;
    private final Path folder;
    private final int partitions;
    private final BenchPlan plan;
    private final BenchRun result;

    /**
     * @param program started on an empty schema of its own
     * @param folder for files, which are deleted again
     * @param customers of the shop
     * @param trading how many of them trade; the others bought once
     * @param lengthensHistories whether to measure what longer histories cost as well
     * @throws IllegalArgumentException when that are too few or too many
     */
    public Bench(ApplicationContext program, Path folder, int customers, int trading, boolean lengthensHistories) {
        this.program = program;
        this.folder = folder;
        this.partitions = program.getEnvironment().getRequiredProperty("allegiance.partitions", Integer.class);
        this.plan = new BenchPlan(customers, trading, lengthensHistories);
        this.result = new BenchRun(describeServer(dataSource()), partitions, customers, trading);
    }

    /** Runs it, which may take minutes to hours, and gives what was measured. */
    public BenchRun run() {
        try {
            requireEmpty();
            Files.createDirectories(folder);
            program.getBean(Settings.class).markDemo();
            land();
            program.getBean(TrainRun.class).run(BenchPlan.TRAINED);
            if (plan.oneTimeCustomers() > 0) {
                LOG.info("bench: {} customers who bought once", plan.oneTimeCustomers());
                new OneTimeCustomers(dataSource()).write(plan.oneTimeCustomers(), BenchPlan.firstDay());
            }
            night(BenchPlan.FIRST_NIGHT);
            measureNights();
            measureIntake();
            if (plan.lengthensHistories()) {
                measureLongerHistories();
            }
            return result;
        } catch (IOException | UncheckedIOException e) {
            throw new RetryableException(
                    "the benchmark could not write its files into " + folder + "; make room there", e);
        }
    }

    /** Whatever went wrong before: made-up customers never come among real ones. */
    private void requireEmpty() {
        if (program.getBean(SourceTransactions.class).findFirstDate().isPresent()) {
            throw new IllegalStateException("the benchmark's schema holds transactions already");
        }
    }

    /** Lands the trade up to the training day; each file twice, by import and as the database does it. */
    private void land() throws IOException {
        RawLineLoad raw = new RawLineLoad(dataSource());
        raw.createTable();
        List<Measure> imports = new ArrayList<>();
        List<Measure> loads = new ArrayList<>();
        for (DemoPlan slice : plan.slices()) {
            LOG.info("bench: trade of {} customers", slice.customers());
            TradeGenerator trade = new TradeGenerator(slice);
            Path csv = folder.resolve("trade.csv");
            trade.writeTransactions(csv, BenchPlan.firstDay(), BenchPlan.TRAINED);
            imports.add(timed(() -> trade().land(csv)));
            loads.add(timed(() -> raw.load(csv)));
            for (LocalDate day : plan.quietDays()) {
                trade.writeTransactions(csv, day, day);
                trade().landQuietDay(csv);
            }
            Files.delete(csv);
        }
        raw.dropTable();
        result.landed(Measure.sum(imports), Measure.sum(loads));
    }

    private LandedTrade trade() {
        return new LandedTrade(program);
    }

    private static Measure timed(LongSupplier work) {
        Measure measure = new Measure();
        measure.time(work);
        return measure;
    }

    /** Nights and raw loads of what they wrote, in turn; then the usual way, once. */
    private void measureNights() throws IOException {
        RawRowLoad raw = rawLoad("customer_score", "publish/load_customer_score");
        raw.createTable();
        MemoryPeak.reset();
        for (LocalDate date : BenchPlan.MEASURED) {
            LOG.info("bench: the night of {}", date);
            result.nightly().time(() -> night(date).customers());
            Publication publication = publications().findOfRun(run(date).runId()).orElseThrow();
            StepState scoring = step(date, ScoreCustomers.NAME);
            result.scoring().addSample(scoring.written(), scoring.seconds());
            result.noteActive(step(date, TakeInTransactions.NAME).written());

            raw.writeFiles(publication.customers(), SCORES, publication.slot());
            raw.emptyTable();
            result.rawScoreLoad().time(raw::run);
        }
        result.noteMemory();
        measureIdiomatic(raw);
        raw.deleteFiles();
    }

    private void measureIdiomatic(RawRowLoad raw) {
        LocalDate date = BenchPlan.MEASURED.get(BenchPlan.MEASURED.size() - 1);
        Run run = run(date);
        Run.Frozen frozen = run.getFrozen();
        int before = publications()
                .get(Objects.requireNonNull(frozen.previousPublication()))
                .slot();
        IdiomaticScoring idiomatic = new IdiomaticScoring(
                program.getBean(DataSource.class),
                program.getBean(PlatformTransactionManager.class),
                program.getBean(Database.class));
        raw.emptyTable();
        LOG.info("bench: idiomatic Spring Batch");
        result.idiomatic()
                .time(() -> idiomatic.run(
                        program.getBean(ScoreCustomers.class).scorer(run),
                        date.toString(),
                        before,
                        Objects.requireNonNull(frozen.slot())));
    }

    private RawRowLoad rawLoad(String table, String statement) {
        return new RawRowLoad(
                dataSource(),
                program.getBean(StreamingConnections.class),
                table,
                Sql.get(statement),
                folder,
                partitions);
    }

    /**
     * Days with as many lines as there are customers who trade, in turn streamed and taken in by a night, and the
     * customers' days that came of it loaded once more, among all days before them.
     */
    private void measureIntake() throws IOException {
        LineStreaming lines = new LineStreaming(program.getBean(StreamingConnections.class));
        RawRowLoad raw = rawLoad("customer_day", "history/store/load_customer_day");
        raw.createTable();
        LOG.info("bench: a copy of the customers' days");
        BenchPlan.firstDay()
                .datesUntil(BenchPlan.BUSY_DAYS.get(0))
                .forEach(before -> raw.copyRows("business_date = ?", before));
        for (LocalDate date : BenchPlan.BUSY_DAYS) {
            Path csv = folder.resolve("busy-day.csv");
            new BusyDay(plan, date).write(csv);
            trade().land(csv);
            Files.delete(csv);
            LOG.info("bench: {}, a day of {} lines", date, plan.trading());
            result.streaming().time(() -> lines.stream(date));
            night(date);
            StepState intake = step(date, TakeInTransactions.NAME);
            result.intake().addSample(result.streaming().rows(), intake.seconds());

            raw.writeFiles(intake.written(), DAYS, date);
            result.rawDayLoad().time(raw::run);
        }
        raw.dropTable();
        raw.deleteFiles();
    }

    /** Nights before and after the histories of those who stay away became longer. */
    private void measureLongerHistories() {
        for (LocalDate date : BenchPlan.SHORT_HISTORIES) {
            result.shortHistories().time(() -> night(date).customers());
        }
        LOG.info("bench: {} times the history of who stays away", LongerHistories.TIMES);
        new LongerHistories(dataSource())
                .write(BenchPlan.firstDay(), BenchPlan.period(), BenchPlan.LENGTHENED);
        night(BenchPlan.LENGTHENED);
        for (LocalDate date : BenchPlan.LONG_HISTORIES) {
            result.longHistories().time(() -> night(date).customers());
        }
    }

    private Publication night(LocalDate date) {
        return program.getBean(NightlyRun.class).run(date, MADE_UP).publication();
    }

    private StepState step(LocalDate date, String name) {
        return StepState.of(program.getBean(RunSteps.class).list(run(date).runId())).stream()
                .filter(step -> step.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Run run(LocalDate date) {
        return program.getBean(Runs.class).findNewest(JobName.NIGHTLY, date).orElseThrow();
    }

    private Publications publications() {
        return program.getBean(Publications.class);
    }

    static String describeServer(DataSource dataSource) {
        return Objects.requireNonNull(
                new JdbcTemplate(dataSource).execute((ConnectionCallback<String>) connection -> {
                    DatabaseMetaData server = connection.getMetaData();
                    return server.getDatabaseProductName() + " " + server.getDatabaseProductVersion();
                }));
    }

    private DataSource dataSource() {
        return program.getBean(DataSource.class);
    }
}
