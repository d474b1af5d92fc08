package io.allegiance.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.allegiance.Allegiance;
import io.allegiance.customer.CustomerRange;
import io.allegiance.failure.AttentionException;
import io.allegiance.failure.FailedStepException;
import io.allegiance.failure.LeaseHeldException;
import io.allegiance.failure.StoppedException;
import io.allegiance.job.lease.FencedTransactionManager;
import io.allegiance.job.lease.Lease;
import io.allegiance.job.partition.PartitionedSteps;
import io.allegiance.job.record.SerialBomb;
import io.allegiance.job.step.RunParameters;
import io.allegiance.job.step.SingleSteps;
import io.allegiance.platform.sql.Sql;
import io.allegiance.run.JobName;
import io.allegiance.run.Run;
import io.allegiance.run.RunState;
import io.allegiance.run.Runs;
import io.allegiance.testing.TestDatabase;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** How Spring Batch behaves where the nights lean on it; a version that behaves otherwise fails here first. */
@Tag("database")
@Timeout(60)
class SpringBatchTest {

    private static final TestDatabase.Schema DATABASE =
            TestDatabase.freshSchema().migrate();
    private static final int BOUND = 200;
    private static final int CHUNK = 10;
    private static final String JOBS_OF_RUN = "SELECT JOB_EXECUTION_ID FROM BATCH_JOB_EXECUTION_PARAMS"
            + " WHERE PARAMETER_NAME = 'runId' AND PARAMETER_VALUE = '";

    private static ConfigurableApplicationContext context;
    private static LocalDate date = LocalDate.of(2026, 1, 1);

    private final JdbcTemplate outside = new JdbcTemplate(DATABASE.dataSource());
    private final Runs runs = context.getBean(Runs.class);
    private final Lease lease = context.getBean(Lease.class);
    private final RunLauncher launcher = context.getBean(RunLauncher.class);
    private Run run;

    @BeforeAll
    static void start() {
        new JdbcTemplate(DATABASE.dataSource())
                .execute(
                        "CREATE TABLE counted (run_id BIGINT, part INT, number INT, PRIMARY KEY (run_id, part, number))");
        context = new SpringApplicationBuilder(Allegiance.class)
                .web(WebApplicationType.NONE)
                .registerShutdownHook(false)
                .run(Stream.of(DATABASE.properties()).map(each -> "--" + each).toArray(String[]::new));
    }

    @AfterAll
    static void end() {
        context.close();
        DATABASE.close();
    }

    @BeforeEach
    void openRun() {
        lease.acquire();
        date = date.plusDays(1);
        run = runs.create(JobName.NIGHTLY, date, null);
    }

    @AfterEach
    void giveBack() {
        lease.release();
    }

    @Test
    void aStepWhoseThreadIsInterruptedIsStoppedAndNotCompleted() {
        Job job = counting(first -> {
            if (first == 50) {
                Thread.currentThread().interrupt();
            }
        });
        assertThatExceptionOfType(StoppedException.class).isThrownBy(() -> launcher.launch(run, job));
        assertThat(statuses("count%")).containsOnly("STOPPED");
        assertThat(numbers()).isEqualTo(60);

        launcher.launch(run, counting(first -> {}));
        assertThat(numbers()).isEqualTo(BOUND);
        assertThat(runs.get(run.runId()).state()).isEqualTo(RunState.COMPLETED);
    }

    @Test
    void aChunkWhoseCommitFailsMovesNoPosition() {
        Job job = counting(first -> {
            if (first == 30) {
                takeLeaseAway();
            }
        });
        assertThatExceptionOfType(LeaseHeldException.class).isThrownBy(() -> launcher.launch(run, job));
        assertThat(numbers()).isEqualTo(30);
        assertThat(position()).isEqualTo("30");

        lease.release();
        lease.acquire();
        launcher.launch(run, counting(first -> {}));
        assertThat(numbers()).isEqualTo(BOUND);
        assertThat(position()).isEqualTo("" + BOUND);
    }

    @Test
    void aChunkWhoseWriterFailsMovesNoPosition() {
        Job job = counting(first -> {
            if (first == 30) {
                throw new IllegalArgumentException("no more");
            }
        });
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> launcher.launch(run, job));
        assertThat(numbers()).isEqualTo(30);
        assertThat(position()).isEqualTo("30");
        assertThat(runs.get(run.runId()).state()).isEqualTo(RunState.FAILED);
    }

    @Test
    void restartKeepsRangesAndRunsUnfinishedOnes() {
        Queue<CustomerRange> opened = new ConcurrentLinkedQueue<>();
        AtomicBoolean broken = new AtomicBoolean(true);
        AtomicInteger cuts = new AtomicInteger();
        Step step = context.getBean(PartitionedSteps.class)
                .build(
                        "count",
                        CHUNK,
                        (of, ranges) -> CustomerRange.between(cuts.incrementAndGet() == 1 ? List.of("m") : List.of()),
                        (partition, position) -> {
                            opened.add(partition.range());
                            return new CountedWork(jdbc(), partition, position, BOUND, first -> {
                                if (!partition.range().isFirst() && broken.get()) {
                                    throw new IllegalArgumentException("broken");
                                }
                            });
                        });
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> launcher.launch(run, job(step)));
        assertThat(opened).containsOnly(new CustomerRange(0, "", "m"), new CustomerRange(1, "m", null));
        assertThat(opened).filteredOn(range -> !range.isFirst()).as("attempts").hasSize(4);

        opened.clear();
        broken.set(false);
        launcher.launch(run, job(step));
        assertThat(opened).containsExactly(new CustomerRange(1, "m", null));
        assertThat(cuts).hasValue(1);
        assertThat(numbers()).isEqualTo(2 * BOUND);
    }

    @Test
    void workIsDoneOnceThoughItsEndWasNotRecorded() {
        AtomicInteger times = new AtomicInteger();
        Job job = job(context.getBean(SingleSteps.class).build("once", any -> times.incrementAndGet()));
        launcher.launch(run, job);
        setStatus("STARTED");

        launcher.launch(run, job);

        assertThat(times).hasValue(1);
        assertThat(statuses("once")).contains("COMPLETED");
    }

    @Test
    void aRunWhoseEndIsUnknownIsCarriedOn() {
        launcher.launch(run, counting(first -> {}));
        setStatus("UNKNOWN");

        launcher.launch(run, counting(first -> {}));

        assertThat(launcher.isComplete(run, counting(first -> {}))).isTrue();
        assertThat(numbers()).isEqualTo(BOUND);
    }

    @Test
    void aSingleStepIsFenced() {
        Job job = job(context.getBean(SingleSteps.class).build("once", any -> {
            jdbc().update("INSERT INTO counted VALUES (?, 0, 0)", run.runId());
            takeLeaseAway();
        }));
        assertThatExceptionOfType(LeaseHeldException.class).isThrownBy(() -> launcher.launch(run, job));
        assertThat(numbers()).isZero();
        assertThatExceptionOfType(LeaseHeldException.class)
                .isThrownBy(() -> runs.setState(run.runId(), RunState.FAILED, "too late"));
        assertThat(runs.get(run.runId()).state()).isEqualTo(RunState.RUNNING);
    }

    @Test
    void everyTransactionIsFencedAndNoJobHasAnIncrementer() {
        assertThat(context.getBeansOfType(PlatformTransactionManager.class).values())
                .singleElement()
                .isInstanceOf(FencedTransactionManager.class);
        assertThat(context.getBeansOfType(Job.class))
                .isNotEmpty()
                .allSatisfy((name, job) ->
                        assertThat(job.getJobParametersIncrementer()).as(name).isNull());
    }

    @Test
    void aFailedPartitionSaysWhichAndWhy() {
        Job job = counting(first -> {
            throw new IllegalStateException("no room for more");
        });
        assertThatExceptionOfType(FailedStepException.class)
                .isThrownBy(() -> launcher.launch(run, job))
                .withMessageStartingWith(
                        "the partition count:partition0 failed: IllegalStateException: no room for more at ");
        assertThat(runs.get(run.runId()).message()).contains("no room for more");
    }

    /** Unfiltered, the first of them would not end; whoever may write the table could hang every night. */
    @Test
    void contextsThatThisProgramDoesNotWriteAreNotRead() {
        failOnce();
        for (String table : List.of("STEP", "JOB")) {
            for (String context : List.of(SerialBomb.nestedSets(), "{\"@class\":\"java.io.File\"}")) {
                String before = setContext(table, context);
                assertThatExceptionOfType(AttentionException.class)
                        .isThrownBy(() -> launcher.launch(run, counting(first -> {})))
                        .withMessageMatching("the context of (job|step) execution [0-9]+.*, a row of BATCH_" + table
                                + "_EXECUTION_CONTEXT, is none that this program writes.*");
                setContext(table, before);
            }
        }
        setContext("STEP", SerialBomb.nestedSets());
        outside.update("DELETE FROM BATCH_STEP_EXECUTION_CONTEXT WHERE STEP_EXECUTION_ID IN (" + stepsOfRun() + ")");
        launcher.launch(run, counting(first -> {}));
        assertThat(numbers()).isEqualTo(BOUND);
    }

    @Test
    void aRunWithContextsOfAnEarlierVersionIsCarriedOn() {
        failOnce();
        String old = SerialBomb.of(new HashMap<>(Map.of("batch.stepType", "a.Step", "count:GRID_SIZE", 2L)));
        setContext("STEP", old);
        setContext("JOB", old);

        launcher.launch(run, counting(first -> {}));

        assertThat(numbers()).isEqualTo(BOUND);
        assertThat(statuses("count")).contains("COMPLETED");
    }

    /** Spring would build an object of any class that has a constructor for a text: this one creates a file. */
    @Test
    void parametersOfOtherClassesAreNotBuilt(@TempDir Path folder) {
        failOnce();
        Path file = folder.resolve("created");
        outside.update(
                "INSERT INTO BATCH_JOB_EXECUTION_PARAMS SELECT JOB_EXECUTION_ID, 'more', 'java.io.FileOutputStream', ?, 'N'"
                        + " FROM BATCH_JOB_EXECUTION_PARAMS WHERE PARAMETER_NAME = 'runId' AND PARAMETER_VALUE = ?",
                file.toString(),
                "" + run.runId());

        assertThatExceptionOfType(AttentionException.class)
                .isThrownBy(() -> launcher.launch(run, counting(first -> {})))
                .withMessageContaining("a parameter of job execution ");
        JobRepository repository = context.getBean(JobRepository.class);
        assertThatException()
                .isThrownBy(() -> repository.getLastJobExecution(
                        "counting", new RunParameters(run.runId(), run.businessDate()).toJobParameters()));
        assertThat(file).doesNotExist();

        outside.update("DELETE FROM BATCH_JOB_EXECUTION_PARAMS WHERE PARAMETER_NAME = 'more'");
        launcher.launch(run, counting(first -> {}));
        assertThat(numbers()).isEqualTo(BOUND);
    }

    private void failOnce() {
        Job job = counting(first -> {
            if (first == 30) {
                throw new IllegalArgumentException("no more");
            }
        });
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> launcher.launch(run, job));
    }

    /** Sets the contexts of the run's jobs or steps; returns one that was there before. */
    private String setContext(String table, String context) {
        String ofRun = " WHERE " + table + "_EXECUTION_ID IN ("
                + (table.equals("JOB") ? JOBS_OF_RUN + run.runId() + "'" : stepsOfRun()) + ")";
        String name = "BATCH_" + table + "_EXECUTION_CONTEXT";
        String before = outside.queryForList(
                        "SELECT COALESCE(SERIALIZED_CONTEXT, SHORT_CONTEXT) FROM " + name + ofRun, String.class)
                .get(0);
        outside.update("UPDATE " + name + " SET SHORT_CONTEXT = '', SERIALIZED_CONTEXT = ?" + ofRun, context);
        return before;
    }

    private String stepsOfRun() {
        return "SELECT STEP_EXECUTION_ID FROM BATCH_STEP_EXECUTION WHERE JOB_EXECUTION_ID IN (" + JOBS_OF_RUN
                + run.runId() + "')";
    }

    private Job counting(IntConsumer onWrite) {
        return job(context.getBean(PartitionedSteps.class)
                .build(
                        "count",
                        CHUNK,
                        (of, ranges) -> CustomerRange.between(List.of()),
                        (partition, position) -> new CountedWork(jdbc(), partition, position, BOUND, onWrite)));
    }

    private static Job job(Step step) {
        return new JobBuilder("counting", context.getBean(JobRepository.class))
                .start(step)
                .build();
    }

    private static JdbcTemplate jdbc() {
        return context.getBean(JdbcTemplate.class);
    }

    private void takeLeaseAway() {
        outside.update(Sql.get("job/lease/take_lease"), "somebody else");
    }

    private void setStatus(String status) {
        String ofRun = " WHERE JOB_EXECUTION_ID IN (SELECT JOB_EXECUTION_ID FROM BATCH_JOB_EXECUTION_PARAMS WHERE"
                + " PARAMETER_NAME = 'runId' AND PARAMETER_VALUE = ?)";
        outside.update("UPDATE BATCH_STEP_EXECUTION SET STATUS = ?" + ofRun, status, "" + run.runId());
        outside.update("UPDATE BATCH_JOB_EXECUTION SET STATUS = ?" + ofRun, status, "" + run.runId());
    }

    private List<String> statuses(String step) {
        return outside.queryForList(
                "SELECT s.STATUS FROM BATCH_STEP_EXECUTION s JOIN BATCH_JOB_EXECUTION_PARAMS p ON p.JOB_EXECUTION_ID ="
                        + " s.JOB_EXECUTION_ID WHERE p.PARAMETER_NAME = 'runId' AND p.PARAMETER_VALUE = ?"
                        + " AND s.STEP_NAME LIKE ?",
                String.class,
                "" + run.runId(),
                step);
    }

    private long numbers() {
        return jdbc().queryForObject("SELECT COUNT(*) FROM counted WHERE run_id = ?", Long.class, run.runId());
    }

    private String position() {
        return outside.queryForObject(
                "SELECT value FROM run_progress WHERE run_id = ? AND step = 'count' AND partition_number = 0",
                String.class,
                run.runId());
    }
}
