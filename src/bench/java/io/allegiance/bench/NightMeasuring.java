package io.allegiance.bench;

import io.allegiance.Allegiance;
import io.allegiance.bench.simulation.MeasuredNight;
import io.allegiance.demo.DemoPlan;
import io.allegiance.demo.TradeGenerator;
import io.allegiance.failure.RetryableException;
import io.allegiance.job.NightlyRun;
import io.allegiance.job.TrainRun;
import io.allegiance.platform.database.Database;
import io.allegiance.run.Decision;
import io.allegiance.run.JobName;
import io.allegiance.run.Run;
import io.allegiance.run.RunSteps;
import io.allegiance.run.Runs;
import io.allegiance.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Measures quiet nights of one shop with one partition and with two, in turn, step by step: how long each took, and what program and
 * server took of the processors. The program is started again for each night, the server is not.
 */
final class NightMeasuring {

    private static final Logger LOG = LoggerFactory.getLogger(NightMeasuring.class);
    private static final double NANOS = 1e9;
    private static final Decision MADE_UP = new Decision("bench", "the day's trade is made up and whole");

    private final ApplicationContext program;
    private final BenchGround ground;
    private final BenchPlan plan;
    private final Database database;
    private final int rounds;

    /** @param rounds nights of each number of partitions, 1..6 */
    NightMeasuring(ApplicationContext program, BenchGround ground, int customers, int trading, int rounds) {
        this.program = program;
        this.ground = ground;
        this.plan = new BenchPlan(customers, trading, false);
        this.database = program.getBean(Database.class);
        this.rounds = rounds;
    }

    /** Runs it, which may take minutes to hours. */
    List<MeasuredNight> run() {
        ServerProcess server = ServerProcess.of(new JdbcTemplate(program.getBean(DataSource.class)));
        try {
            Files.createDirectories(ground.files());
            program.getBean(Settings.class).markDemo();
            land();
        } catch (IOException e) {
            throw new RetryableException(
                    "the benchmark could not write its files into " + ground.files() + "; make room there", e);
        }
        program.getBean(TrainRun.class).run(BenchPlan.TRAINED);
        if (plan.oneTimeCustomers() > 0) {
            new OneTimeCustomers(program.getBean(DataSource.class))
                    .write(plan.oneTimeCustomers(), BenchPlan.firstDay());
        }
        LOG.info("bench: the first night of {} customers", plan.customers());
        program.getBean(NightlyRun.class).run(BenchPlan.FIRST_NIGHT, MADE_UP);
        List<MeasuredNight> nights = new ArrayList<>();
        int partitions = 1;
        for (LocalDate date : measuredDays()) {
            nights.add(measure(date, partitions, server));
            partitions = 3 - partitions;
        }
        return nights;
    }

    private List<LocalDate> measuredDays() {
        LocalDate first = BenchPlan.FIRST_NIGHT.plusDays(1);
        return first.datesUntil(first.plusDays(2L * rounds)).toList();
    }

    private List<LocalDate> quietDays() {
        return BenchPlan.FIRST_NIGHT
                .datesUntil(BenchPlan.FIRST_NIGHT.plusDays(2L * rounds + 1))
                .toList();
    }

    private void land() throws IOException {
        LandedTrade landed = new LandedTrade(program);
        for (DemoPlan slice : plan.slices()) {
            LOG.info("bench: trade of {} customers", slice.customers());
            TradeGenerator trade = new TradeGenerator(slice);
            Path csv = ground.files().resolve("trade.csv");
            trade.writeTransactions(csv, BenchPlan.firstDay(), BenchPlan.TRAINED);
            landed.land(csv);
            for (LocalDate day : quietDays()) {
                trade.writeTransactions(csv, day, day);
                landed.landQuietDay(csv);
            }
            Files.delete(csv);
        }
    }

    private MeasuredNight measure(LocalDate date, int partitions, ServerProcess server) {
        LOG.info("bench: the night of {} with {} partitions", date, partitions);
        try (ConfigurableApplicationContext night = start(partitions);
                ProcessorMeter meter = new ProcessorMeter(server, new JdbcTemplate(program.getBean(DataSource.class)))) {
            long begin = System.nanoTime();
            night.getBean(NightlyRun.class).run(date, MADE_UP);
            double seconds = (System.nanoTime() - begin) / NANOS;
            meter.close();
            Run run = night.getBean(Runs.class).findNewest(JobName.NIGHTLY, date).orElseThrow();
            return new MeasuredNight(
                    plan.customers(),
                    partitions,
                    seconds,
                    night.getBean(RunSteps.class).list(run.runId()).stream()
                            .filter(step -> step.name().indexOf(':') < 0)
                            .map(step -> toStep(step, meter))
                            .toList());
        }
    }

    private static MeasuredNight.Step toStep(RunSteps.Execution step, ProcessorMeter meter) {
        LocalDateTime from = Objects.requireNonNull(step.startedAt());
        LocalDateTime to = Objects.requireNonNull(step.endedAt());
        ProcessorMeter.Sample taken = meter.between(from, to);
        return new MeasuredNight.Step(
                step.name(),
                Duration.between(from, to).toNanos() / NANOS,
                taken.program(),
                taken.server(),
                taken.bytes());
    }

    private ConfigurableApplicationContext start(int partitions) {
        Map<String, String> settings = new HashMap<>(ground.settings());
        settings.put("spring.datasource.url", database.jdbcUrl());
        settings.put("spring.datasource.username", database.username().orElse(""));
        settings.put("spring.datasource.password", database.password().orElse(""));
        settings.put("allegiance.partitions", Integer.toString(partitions));
        return new SpringApplicationBuilder(Allegiance.class)
                .web(WebApplicationType.NONE)
                .registerShutdownHook(false)
                .run(settings.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new));
    }
}
