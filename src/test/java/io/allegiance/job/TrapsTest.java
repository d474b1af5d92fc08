package io.allegiance.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.allegiance.Allegiance;
import io.allegiance.customer.CustomerRange;
import io.allegiance.job.lease.FencedTransactionManager;
import io.allegiance.job.lease.Lease;
import io.allegiance.job.partition.PartitionedSteps;
import io.allegiance.job.step.RunParameters;
import io.allegiance.run.JobName;
import io.allegiance.run.Run;
import io.allegiance.run.RunState;
import io.allegiance.run.Runs;
import io.allegiance.testing.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What Spring Batch gets wrong on the ground of reruns, and where it is shown that we are safe from it. A version that behaves
 * otherwise fails there first.
 *
 * <table>
 *   <caption>traps and tests</caption>
 *   <tr><th>trap</th><th>shown by</th></tr>
 *   <tr><td>1. an interrupted thread ends a step COMPLETED with part of the data</td>
 *     <td>{@code SpringBatchTest.aStepWhoseThreadIsInterruptedIsStoppedAndNotCompleted},
 *     {@link #poolShutDownWithinStepCompletesNothingByHalf}</td></tr>
 *   <tr><td>2. a failure during the scan for bad rows loses the rest of the chunk</td>
 *     <td>{@code BatchUsageTest.noStepSkipsOrRetries}, {@code SpringBatchTest.aChunkWhoseWriterFailsMovesNoPosition}</td></tr>
 *   <tr><td>3. what is recorded of refused rows is rolled back</td>
 *     <td>{@code ReadAgainTest.whatWasRefusedIsKeptOnceWhenAChunkIsRolledBackAndDoneAgain}</td></tr>
 *   <tr><td>4. a chunk step with threads of its own works outside the transaction</td>
 *     <td>{@code BatchUsageTest.noChunkStepHasThreadsOfItsOwn}</td></tr>
 *   <tr><td>5. what is written again is added again</td>
 *     <td>{@code BatchUsageTest.nothingIsIncrementedInPlaceButTheLeasesToken}, {@code KilledNightTest}</td></tr>
 *   <tr><td>6. faultTolerant() skips ten, and without a manager there is no transaction</td>
 *     <td>{@code BatchUsageTest.noStepSkipsOrRetries}, {@code everyStepNamesItsTransactions},
 *     {@code SpringBatchTest.everyTransactionIsFencedAndNoJobHasAnIncrementer}</td></tr>
 *   <tr><td>7. a restart does not see rows that came into being since</td>
 *     <td>{@code ReadAgainTest.linesThatCameForAPartitionThatIsDoneAreSeenByTheNextRun},
 *     {@code linesThatCameForAPartitionThatIsNotDoneBeginTheRunAnew},
 *     {@code SpringBatchTest.aRestartKeepsTheFirstRangesAndRunsOnlyThoseThatAreNotDone}</td></tr>
 *   <tr><td>8. parameters are ignored where there is an incrementer</td>
 *     <td>{@code SpringBatchTest.everyTransactionIsFencedAndNoJobHasAnIncrementer},
 *     {@link #eachRunIsAnInstanceOfTheParametersItWasStartedWith}</td></tr>
 *   <tr><td>9. recover and stop do not look whether the run lives</td>
 *     <td>{@code BatchUsageTest.onlyWhoTakesTheLeaseLaunchesARun}, {@code DisturbedNightTest}, {@code FrozenNightTest},
 *     {@code TwoStartsTest}</td></tr>
 *   <tr><td>10. exit codes are the ordinals of states</td>
 *     <td>{@code ExitCodeTest}, {@code DisturbedNightTest}, {@code A07_DatabaseTroubleTest}</td></tr>
 *   <tr><td>11. the same parameters started at once deadlock</td>
 *     <td>{@link #theSameParametersStartedAtOnceRunOnceAndDoNotDeadlock}, {@code TwoStartsTest}</td></tr>
 *   <tr><td>12. a launching thread takes two connections</td>
 *     <td>{@link #everyPartitionHasConnectionsHoweverManyThereAre}</td></tr>
 * </table>
 */
@Tag("database")
@Timeout(120)
class TrapsTest {

    private static final TestDatabase.Schema DATABASE =
            TestDatabase.freshSchema().migrate();
    private static final int BOUND = 200;
    private static final int CHUNK = 10;
    private static final int MANY = 16;

    /** On two processors CompletableFuture's own pool has but one thread, from Java 25 on. */
    private static final Executor A_THREAD_EACH = task -> new Thread(task).start();

    private static ConfigurableApplicationContext context;
    private static LocalDate date = LocalDate.of(2026, 1, 1);

    private final Runs runs = context.getBean(Runs.class);
    private final RunLauncher launcher = context.getBean(RunLauncher.class);

    @BeforeAll
    static void start() {
        new JdbcTemplate(DATABASE.dataSource())
                .execute(
                        "CREATE TABLE counted (run_id BIGINT, part INT, number INT, PRIMARY KEY (run_id, part, number))");
        context = new SpringApplicationBuilder(Allegiance.class)
                .web(WebApplicationType.NONE)
                .registerShutdownHook(false)
                .run(Stream.concat(Stream.of(DATABASE.properties()), Stream.of("allegiance.partitions=" + MANY))
                        .map(each -> "--" + each)
                        .toArray(String[]::new));
        context.getBean(Lease.class).acquire();
    }

    @AfterAll
    static void end() {
        context.close();
        DATABASE.close();
    }

    @Test
    void everyPartitionHasConnectionsHoweverManyThereAre() {
        Run run = create();
        CyclicBarrier together = new CyclicBarrier(MANY);
        TransactionTemplate aside = new TransactionTemplate(context.getBean(FencedTransactionManager.class));
        aside.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

        launcher.launch(run, counting(MANY, first -> {
            await(together);
            aside.executeWithoutResult(status -> {
                runs.get(run.runId());
                await(together);
            });
        }));

        assertThat(numbers(run)).isEqualTo(MANY * BOUND);
    }

    private static void await(CyclicBarrier together) {
        try {
            together.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException("not all partitions came to have a connection", e);
        }
    }

    @Test
    void eachRunIsAnInstanceOfTheParametersItWasStartedWith() {
        Run one = create();
        Run other = create();
        launcher.launch(one, counting(1, first -> {}));
        launcher.launch(other, counting(1, first -> {}));

        assertThat(List.of(one, other))
                .allSatisfy(run -> assertThat(jdbc().queryForList(
                                        "SELECT CONCAT(d.PARAMETER_VALUE, ' ', d.IDENTIFYING) FROM BATCH_JOB_EXECUTION_PARAMS r"
                                                + " JOIN BATCH_JOB_EXECUTION_PARAMS d ON d.JOB_EXECUTION_ID = r.JOB_EXECUTION_ID"
                                                + " AND d.PARAMETER_NAME = 'businessDate'"
                                                + " WHERE r.PARAMETER_NAME = 'runId' AND r.PARAMETER_VALUE = ?",
                                        String.class,
                                        "" + run.runId()))
                        .containsExactly(run.businessDate() + " Y"));
        assertThat(numbers(one)).isEqualTo(BOUND);
        assertThat(numbers(other)).isEqualTo(BOUND);
    }

    @Test
    void theSameParametersStartedAtOnceRunOnceAndDoNotDeadlock() {
        for (int times = 0; times < 10; times++) {
            Run run = create();
            Job job = counting(1, first -> {});
            CyclicBarrier together = new CyclicBarrier(2);
            List<CompletableFuture<Throwable>> starts = Stream.generate(
                            () -> CompletableFuture.supplyAsync(() -> start(job, run, together), A_THREAD_EACH))
                    .limit(2)
                    .toList();

            List<Throwable> refused = starts.stream()
                    .map(CompletableFuture::join)
                    .filter(failure -> failure != null)
                    .toList();

            assertThat(refused).hasSize(1).noneMatch(PessimisticLockingFailureException.class::isInstance);
            assertThat(numbers(run)).isEqualTo(BOUND);
            assertThat(executions(run)).isEqualTo(1);
        }
    }

    private static Throwable start(Job job, Run run, CyclicBarrier together) {
        await(together);
        return catchThrowable(() -> context.getBean(JobOperator.class)
                .start(job, new RunParameters(run.runId(), run.businessDate()).toJobParameters()));
    }

    @Test
    void poolShutDownWithinStepCompletesNothingByHalf() {
        ThreadPoolTaskExecutor pool = context.getBean("partitionExecutor", ThreadPoolTaskExecutor.class);
        Run run = create();
        launcher.launch(run, counting(2, first -> {
            if (first == 50) {
                shutDown(pool);
            }
        }));

        assertThat(runs.get(run.runId()).state()).isEqualTo(RunState.COMPLETED);
        assertThat(numbers(run)).isEqualTo(2 * BOUND);
        pool.initialize();
    }

    /** As the end of an application does it, which waits for the threads; this one goes on when they are told. */
    private static void shutDown(ThreadPoolTaskExecutor pool) {
        ExecutorService threads = pool.getThreadPoolExecutor();
        new Thread(pool::shutdown).start();
        while (!threads.isShutdown()) {
            Thread.onSpinWait();
        }
    }

    private Run create() {
        date = date.plusDays(1);
        return runs.create(JobName.NIGHTLY, date, null);
    }

    private static Job counting(int partitions, IntConsumer onWrite) {
        List<String> bounds = IntStream.range(1, partitions)
                .mapToObj(number -> "" + (char) ('a' + number))
                .toList();
        Step step = context.getBean(PartitionedSteps.class)
                .build(
                        "count",
                        CHUNK,
                        (of, ranges) -> CustomerRange.between(bounds),
                        (partition, position) -> new CountedWork(jdbc(), partition, position, BOUND, onWrite));
        return new JobBuilder("counting", context.getBean(JobRepository.class))
                .start(step)
                .build();
    }

    private static JdbcTemplate jdbc() {
        return context.getBean(JdbcTemplate.class);
    }

    private static long numbers(Run run) {
        return jdbc().queryForObject("SELECT COUNT(*) FROM counted WHERE run_id = ?", Long.class, run.runId());
    }

    private static long executions(Run run) {
        return jdbc().queryForObject(
                        "SELECT COUNT(*) FROM BATCH_JOB_EXECUTION_PARAMS WHERE PARAMETER_NAME = 'runId'"
                                + " AND PARAMETER_VALUE = ?",
                        Long.class,
                        "" + run.runId());
    }
}
