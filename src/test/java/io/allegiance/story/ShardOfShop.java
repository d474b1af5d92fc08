package io.allegiance.story;

import io.allegiance.Allegiance;
import io.allegiance.customer.CustomerRange;
import io.allegiance.demo.DemoPlan;
import io.allegiance.demo.TradeGenerator;
import io.allegiance.history.DayLineCount;
import io.allegiance.intake.csv.ImportKind;
import io.allegiance.intake.load.FileImport;
import io.allegiance.intake.load.ImportProgress;
import io.allegiance.intake.load.ImportRequest;
import io.allegiance.job.NightlyRun;
import io.allegiance.job.TrainRun;
import io.allegiance.job.lease.Lease;
import io.allegiance.job.nightly.ScoreCustomers;
import io.allegiance.job.nightly.SetThresholds;
import io.allegiance.publish.HorizonScores;
import io.allegiance.publish.Publication;
import io.allegiance.publish.Publications;
import io.allegiance.publish.Scores;
import io.allegiance.run.JobName;
import io.allegiance.run.Run;
import io.allegiance.run.RunDays;
import io.allegiance.run.RunPartitions;
import io.allegiance.run.RunThresholds;
import io.allegiance.run.Runs;
import io.allegiance.scoring.ChurnCounts;
import io.allegiance.scoring.NightThresholds;
import io.allegiance.scoring.RowDigest;
import io.allegiance.scoring.ScoringPopulation;
import io.allegiance.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Some of a shop's customers, or all, in a schema of their own, and the program that runs there. */
final class ShardOfShop implements AutoCloseable {

    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 7, 1);

    private final TestDatabase.Schema schema;
    private final Path folder;
    private final JdbcTemplate jdbc;
    private final ConfigurableApplicationContext program;

    private ShardOfShop(TestDatabase.Schema schema, Path folder, ConfigurableApplicationContext program) {
        this.schema = schema;
        this.folder = folder;
        this.jdbc = new JdbcTemplate(schema.dataSource());
        this.program = program;
    }

    static ShardOfShop open(TestDatabase.Schema schema, Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ShardOfShop(
                schema,
                folder,
                new SpringApplicationBuilder(Allegiance.class)
                        .web(WebApplicationType.NONE)
                        .registerShutdownHook(false)
                        .run(
                                "--spring.datasource.url=" + schema.jdbcUrl(),
                                "--spring.datasource.username=" + schema.username(),
                                "--spring.datasource.password=" + schema.password(),
                                "--ALLEGIANCE_HOME=" + folder.resolve("home"),
                                "--allegiance.nightly.churn-bands.medium=top 60 %",
                                "--allegiance.nightly.churn-bands.high=top 20 %",
                                "--allegiance.further-horizons=30,365",
                                "--allegiance.train.cut-offs=1",
                                "--allegiance.train.yardsticks=false"));
    }

    /** Lands what the customers of one of the shop's equal parts did, up to a day. */
    void land(int part, int customers, LocalDate to) {
        TradeGenerator trade = new TradeGenerator(
                new DemoPlan(customers, FIRST_DAY, LocalDate.of(2025, 12, 31), 60 + part, part * 2 * customers));
        try {
            Path csv = folder.resolve("part.csv");
            trade.writeTransactions(csv, FIRST_DAY, to);
            land(ImportKind.TRANSACTION, csv);
            trade.writeReferrals(csv, FIRST_DAY, to);
            land(ImportKind.REFERRAL, csv);
            trade.writeIncidents(csv, FIRST_DAY, to);
            land(ImportKind.INCIDENT, csv);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void land(ImportKind kind, Path csv) {
        program.getBean(Lease.class)
                .hold(() -> program.getBean(FileImport.class)
                        .land(new ImportRequest(kind, csv, false), ImportProgress.NONE));
    }

    void train(LocalDate asOf) {
        program.getBean(TrainRun.class).run(asOf);
    }

    void copyModelOf(ShardOfShop other) {
        TestDatabase.administrate("INSERT INTO " + schema.name() + ".model_version SELECT * FROM " + other.schema.name()
                + ".model_version");
    }

    /** Makes the next night fail where it would begin to score. */
    void stopBeforeScores() {
        jdbc.execute("CREATE TRIGGER stop_before_scores BEFORE INSERT ON run_range FOR EACH ROW BEGIN"
                + " IF NEW.step = '" + ScoreCustomers.NAME + "' THEN SIGNAL SQLSTATE '45000'; END IF; END");
    }

    void goOn() {
        jdbc.execute("DROP TRIGGER stop_before_scores");
    }

    /** Runs the night of a date, or carries it on. */
    void night(LocalDate date) {
        program.getBean(NightlyRun.class).run(date, null);
    }

    ScoringPopulation gather(LocalDate date) {
        return program.getBean(SetThresholds.class).gather(run(date));
    }

    ChurnCounts countByChurn(LocalDate date, double level) {
        return program.getBean(SetThresholds.class).countByChurn(run(date), level);
    }

    /** Replaces the thresholds that the night of a date froze. */
    void freeze(LocalDate date, NightThresholds thresholds) {
        jdbc.update("DELETE FROM run_threshold WHERE run_id = ?", run(date).runId());
        program.getBean(RunThresholds.class).save(run(date).runId(), thresholds.toMap());
    }

    Map<String, String> thresholds(LocalDate date) {
        return program.getBean(RunThresholds.class).get(run(date).runId());
    }

    private Run run(LocalDate date) {
        return program.getBean(Runs.class).findNewest(JobName.NIGHTLY, date).orElseThrow();
    }

    NightTotals totals(LocalDate date) {
        long run = run(date).runId();
        Publication publication =
                program.getBean(Publications.class).findOfRun(run).orElseThrow();
        List<CustomerRange> ranges = program.getBean(RunPartitions.class).listRanges(run, ScoreCustomers.NAME);
        return new NightTotals(
                program.getBean(RunDays.class).list(run).stream()
                        .filter(day -> day.businessDate().equals(date))
                        .findFirst()
                        .orElseThrow(),
                counted(run, date),
                audits(run, date),
                program.getBean(Scores.class).sum(publication.slot(), ranges),
                program.getBean(HorizonScores.class).getTotals(publication.slot(), ranges),
                publication.customers(),
                digest("score_digest", run),
                digest("row_digest", run),
                digest("horizon_digest", run));
    }

    private RowDigest digest(String column, long run) {
        return RowDigest.parse(jdbc.queryForObject(
                "SELECT " + column + " FROM score_publication WHERE run_id = ?", String.class, run));
    }

    private DayLineCount counted(long run, LocalDate date) {
        return jdbc
                .query(
                        "SELECT * FROM run_day_count WHERE run_id = ? AND business_date = ?",
                        (row, number) -> new DayLineCount(
                                date,
                                row.getLong("taken_in"),
                                row.getLong("anonymous"),
                                row.getLong("rejected"),
                                row.getBigDecimal("amount_sum"),
                                row.getBigDecimal("purchase_amount")),
                        run,
                        date)
                .stream()
                .reduce(DayLineCount::plus)
                .orElseThrow();
    }

    /** Without the date of the histories, which does not add up, and without earlier days, which training took in. */
    private SortedMap<String, BigDecimal> audits(long run, LocalDate date) {
        SortedMap<String, BigDecimal> audits = new TreeMap<>();
        jdbc.query(
                "SELECT name, expected, actual FROM run_audit WHERE run_id = ? AND name <> 'date of the histories'"
                        + " AND (name NOT LIKE '% of 20__-__-__' OR name LIKE ?)",
                row -> {
                    audits.put(row.getString(1) + ", expected", new BigDecimal(row.getString(2)));
                    audits.put(row.getString(1) + ", actual", new BigDecimal(row.getString(3)));
                },
                run,
                "% of " + date);
        return audits;
    }

    @Override
    public void close() {
        program.close();
        schema.close();
    }
}
