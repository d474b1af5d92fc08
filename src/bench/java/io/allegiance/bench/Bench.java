package io.allegiance.bench;

import io.allegiance.demo.DemoPlan;
import io.allegiance.demo.TradeGenerator;
import io.allegiance.intake.FileImport;
import io.allegiance.intake.ImportKind;
import io.allegiance.intake.ImportProgress;
import io.allegiance.intake.ImportReport;
import io.allegiance.intake.ImportRequest;
import io.allegiance.intake.SourceTransactions;
import io.allegiance.job.NightlyRun;
import io.allegiance.job.TrainRun;
import io.allegiance.job.lease.Lease;
import io.allegiance.job.nightly.ScoreCustomers;
import io.allegiance.job.nightly.TakeInTransactions;
import io.allegiance.platform.Database;
import io.allegiance.platform.StreamingConnections;
import io.allegiance.publish.Publication;
import io.allegiance.publish.Publications;
import io.allegiance.run.Decision;
import io.allegiance.run.JobName;
import io.allegiance.run.Run;
import io.allegiance.run.RunSteps;
import io.allegiance.run.Runs;
import io.allegiance.run.Settings;
import io.allegiance.run.StepState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.context.ApplicationContext;

/**
 * Runs the real program on a made-up shop, and beside each of its heavy parts what there is to hold it against: on the same
 * server, over the same rows, turn by turn.
 */
public final class Bench {

    private static final Logger LOG = LoggerFactory.getLogger(Bench.class);
    private static final int QUIET = 3;
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
     * @throws IllegalArgumentException when that are too few or too many
     */
    public Bench(ApplicationContext program, Path folder, int customers) {
        this.program = program;
        this.folder = folder;
        this.partitions = program.getEnvironment().getRequiredProperty("allegiance.partitions", Integer.class);
        this.plan = new BenchPlan(customers);
        this.result = new BenchRun(describeServer(), partitions, customers);
    }

    /** Runs it, which may take minutes to hours, and gives what was measured. */
    public BenchRun run() {
        try {
            requireEmpty();
            Files.createDirectories(folder);
            program.getBean(Settings.class).markDemo();
            land();
            program.getBean(TrainRun.class).run(BenchPlan.TRAINED);
            night(BenchPlan.FIRST_NIGHT);
            measureNights();
            measureIntake();
            return result;
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("the benchmark did not come to its end", e);
        }
    }

    /** Whatever went wrong before: made-up customers never come among real ones. */
    private void requireEmpty() {
        if (program.getBean(SourceTransactions.class).findFirstDate() != null) {
            throw new IllegalStateException("the benchmark's schema holds transactions already");
        }
    }

    /** Lands the trade up to the training day; each file twice, by import and as the database does it. */
    private void land() throws Exception {
        RawLineLoad raw = new RawLineLoad(dataSource());
        raw.createTable();
        for (DemoPlan slice : plan.slices()) {
            LOG.info("bench: trade of {} customers", slice.customers());
            TradeGenerator trade = new TradeGenerator(slice);
            Path csv = folder.resolve("trade.csv");
            trade.writeTransactions(csv, BenchPlan.firstDay(), BenchPlan.TRAINED);
            result.importing().addPart(() -> land(csv));
            result.rawLineLoad().addPart(() -> raw.load(csv));
            for (LocalDate day = BenchPlan.FIRST_NIGHT; day.isBefore(BenchPlan.BUSY_DAY); day = day.plusDays(1)) {
                trade.writeTransactions(csv, day, day);
                land(keepOneIn(QUIET, csv));
            }
            Files.delete(csv);
            Files.deleteIfExists(folder.resolve("quiet-day.csv"));
        }
        raw.dropTable();
    }

    /** Keeps the receipts whose number can be divided, in a file of its own. */
    private Path keepOneIn(int share, Path csv) throws IOException {
        Path kept = folder.resolve("quiet-day.csv");
        try (Stream<String> lines = Files.lines(csv)) {
            Files.write(
                    kept,
                    (Iterable<String>) lines.filter(line -> line.startsWith("transaction_id") || isOneIn(share, line))::iterator);
        }
        return kept;
    }

    private static boolean isOneIn(int share, String line) {
        String digits = line.substring(0, line.indexOf(',')).replaceAll("-R$", "");
        return Integer.parseInt(digits.substring(digits.lastIndexOf('-') + 1)) % share == 0;
    }

    private long land(Path csv) {
        return program.getBean(Lease.class).hold(() -> {
            ImportReport report = program.getBean(FileImport.class)
                    .land(new ImportRequest(ImportKind.TRANSACTION, csv, false), ImportProgress.NONE);
            if (report.landed() != report.linesRead()) {
                throw new IllegalStateException("not every line landed: " + report);
            }
            return report.landed();
        });
    }

    /** Nights and raw loads of what they wrote, in turn; then the usual way, once. */
    private void measureNights() throws Exception {
        RawScoreLoad raw = new RawScoreLoad(
                dataSource(), program.getBean(StreamingConnections.class), folder, partitions);
        raw.createTable();
        MemoryPeak.reset();
        for (LocalDate date : BenchPlan.MEASURED) {
            LOG.info("bench: the night of {}", date);
            long begin = System.nanoTime();
            Publication publication = night(date);
            result.nightly().add(publication.customers(), (System.nanoTime() - begin) / 1e9);
            StepState scoring = step(date, ScoreCustomers.NAME);
            result.scoring().add(scoring.written(), scoring.seconds());
            result.noteActive(step(date, TakeInTransactions.NAME).written());

            raw.writeFiles(publication.slot(), publication.customers());
            raw.emptyTable();
            result.rawScoreLoad().time(raw::run);
        }
        result.noteMemory();
        measureIdiomatic(raw);
        deleteFiles();
    }

    private void measureIdiomatic(RawScoreLoad raw) throws Exception {
        LocalDate date = BenchPlan.MEASURED.get(BenchPlan.MEASURED.size() - 1);
        Run run = program.getBean(Runs.class).findNewest(JobName.NIGHTLY, date).orElseThrow();
        Run.Frozen frozen = run.getFrozen();
        int before = program.getBean(Publications.class)
                .get(Objects.requireNonNull(frozen.previousPublication()))
                .slot();
        IdiomaticScoring idiomatic =
                new IdiomaticScoring(program.getBean(JobRepository.class), program.getBean(Database.class));
        raw.emptyTable();
        LOG.info("bench: idiomatic Spring Batch");
        result.idiomatic()
                .time(() -> idiomatic.run(
                        program.getBean(ScoreCustomers.class).scorer(run),
                        date.toString(),
                        before,
                        Objects.requireNonNull(frozen.slot())));
    }

    /** A day with as many lines as the shop has customers: streamed, and taken in by a night. */
    private void measureIntake() throws Exception {
        Path csv = folder.resolve("busy-day.csv");
        new BusyDay(plan, BenchPlan.BUSY_DAY).write(csv);
        land(csv);
        Files.delete(csv);
        LOG.info("bench: a day of {} lines", plan.customers());
        LineStreaming lines = new LineStreaming(program.getBean(StreamingConnections.class));
        for (int round = 0; round < BenchPlan.MEASURED.size(); round++) {
            result.streaming().time(() -> lines.stream(BenchPlan.BUSY_DAY));
        }
        night(BenchPlan.BUSY_DAY);
        result.intake()
                .add(result.streaming().rows(), step(BenchPlan.BUSY_DAY, TakeInTransactions.NAME).seconds());
    }

    private Publication night(LocalDate date) {
        return program.getBean(NightlyRun.class).run(date, MADE_UP).publication();
    }

    private StepState step(LocalDate date, String name) {
        Run run = program.getBean(Runs.class).findNewest(JobName.NIGHTLY, date).orElseThrow();
        return StepState.of(program.getBean(RunSteps.class).list(run.runId())).stream()
                .filter(step -> step.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void deleteFiles() throws IOException {
        for (int part = 0; part < partitions; part++) {
            Files.deleteIfExists(folder.resolve("scores-" + part + ".tsv"));
        }
    }

    private String describeServer() {
        try (Connection connection = dataSource().getConnection()) {
            DatabaseMetaData server = connection.getMetaData();
            return server.getDatabaseProductName() + " " + server.getDatabaseProductVersion();
        } catch (SQLException e) {
            throw new IllegalStateException("the server does not tell its version", e);
        }
    }

    private DataSource dataSource() {
        return program.getBean(DataSource.class);
    }
}
