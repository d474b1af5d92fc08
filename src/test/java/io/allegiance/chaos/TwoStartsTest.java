package io.allegiance.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.failure.LeaseHeldException;
import io.allegiance.failure.NothingToDoException;
import io.allegiance.job.NightlyRun;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The same night is started twice within 50 milliseconds: one runs and publishes, the other is told who holds the lease, or
 * that nothing is left to do. In turn it is the first night that a schema has ever seen, the second, and the third.
 *
 * <p>{@code -Dallegiance.starts=100} for as many in one JVM, in which each start has an application, a pool and a lease of its
 * own; {@code -Dallegiance.process-starts=20} for as many in two processes.
 */
@Tag("story")
@Tag("chaos")
@Timeout(120)
class TwoStartsTest {

    private static final int STARTS = Integer.getInteger("allegiance.starts", 6);
    private static final int PROCESS_STARTS = Integer.getInteger("allegiance.process-starts", 1);
    private static final long SEED = Long.getLong("allegiance.seed", new SplittableRandom().nextInt(1_000_000));
    private static final int NIGHTS = 3;
    private static final int NOTHING_TO_DO = 4;
    private static final int LEASE_HELD = 12;

    @TempDir
    static Path folder;

    private static final Map<LocalDate, String> DIGESTS = new HashMap<>();
    private static final SplittableRandom RANDOM = new SplittableRandom(SEED);

    private static final ExecutorService THREADS = Executors.newFixedThreadPool(2);
    private static Shop shop;
    private static ConfigurableApplicationContext one;
    private static ConfigurableApplicationContext other;
    private static Snapshot unscored;
    private static final Map<Integer, Integer> CODES = new TreeMap<>();

    @BeforeAll
    static void openShop() {
        System.out.println("two starts with -Dallegiance.seed=" + SEED);
        shop = Shop.openUnscored(folder);
        unscored = new Snapshot(shop.schema());
        one = slow().application();
        other = slow().application();
    }

    @AfterAll
    static void closeShop() {
        System.out.println("two starts ended with (code=times) " + CODES);
        THREADS.shutdown();
        one.close();
        other.close();
        unscored.close();
        shop.close();
    }

    /** How one of two starts ended. */
    private record End(int code, String message) {}

    static Stream<LocalDate> inOneJvm() {
        return nights(STARTS);
    }

    static Stream<LocalDate> inTwoProcesses() {
        return nights(PROCESS_STARTS);
    }

    private static Stream<LocalDate> nights(int count) {
        return IntStream.range(0, count).mapToObj(number -> Shop.FIRST_NIGHT.plusDays(number % NIGHTS));
    }

    @ParameterizedTest
    @MethodSource
    void inOneJvm(LocalDate date) throws Exception {
        prepare(date);
        CompletableFuture<End> first = CompletableFuture.supplyAsync(() -> start(one, date), THREADS);
        pause();
        CompletableFuture<End> second = CompletableFuture.supplyAsync(() -> start(other, date), THREADS);
        requireOneNight(date, List.of(await(first), await(second)));
    }

    private static End await(CompletableFuture<End> end) throws Exception {
        return end.get(60, TimeUnit.SECONDS);
    }

    private static End start(ConfigurableApplicationContext application, LocalDate date) {
        try {
            application.getBean(NightlyRun.class).run(date, null);
            return new End(0, "");
        } catch (LeaseHeldException e) {
            return new End(LEASE_HELD, e.getMessage());
        } catch (NothingToDoException e) {
            return new End(NOTHING_TO_DO, e.getMessage());
        }
    }

    @ParameterizedTest
    @MethodSource
    void inTwoProcesses(LocalDate date) {
        prepare(date);
        String[] command = {"nightly", "--date", date.toString()};
        try (Program.Running first = slow().start(command)) {
            pause();
            try (Program.Running second = slow().start(command)) {
                requireOneNight(
                        date,
                        Stream.of(first, second)
                                .map(Program.Running::awaitEnd)
                                .map(end -> new End(end.code(), end.err()))
                                .toList());
            }
        }
    }

    /** Slow enough for the other to see a sign of life; and a living holder is not taken for a dead one on a slow machine. */
    private static Program slow() {
        return shop.program().with("allegiance.lease.time-to-live", "3s").with("allegiance.nightly.chunk.scores", "20");
    }

    private static void prepare(LocalDate date) {
        if (date.equals(Shop.FIRST_NIGHT)) {
            unscored.restore();
        }
    }

    private static void pause() {
        LockSupport.parkNanos(RANDOM.nextLong(TimeUnit.MILLISECONDS.toNanos(50)));
    }

    private static void requireOneNight(LocalDate date, List<End> ends) {
        ends.forEach(end -> CODES.merge(end.code(), 1, Integer::sum));
        assertThat(ends).filteredOn(end -> end.code() == 0).hasSize(1);
        assertThat(ends)
                .filteredOn(end -> end.code() != 0)
                .singleElement()
                .satisfies(end -> assertThat(end.message())
                        .contains(
                                end.code() == LEASE_HELD
                                        ? "another run holds the lease: process "
                                        : "is published and complete; nothing was done"));
        Tables tables = shop.tables();
        assertThat(tables.count("SELECT COUNT(*) FROM run WHERE job = 'nightly' AND business_date = ?", date))
                .as("runs of %s", date)
                .isEqualTo(1);
        assertThat(tables.count(
                        "SELECT COUNT(*) FROM BATCH_JOB_EXECUTION_PARAMS WHERE PARAMETER_NAME = 'businessDate'"
                                + " AND PARAMETER_VALUE = ? AND JOB_EXECUTION_ID IN (SELECT e.JOB_EXECUTION_ID FROM"
                                + " BATCH_JOB_EXECUTION e JOIN BATCH_JOB_INSTANCE i ON i.JOB_INSTANCE_ID ="
                                + " e.JOB_INSTANCE_ID WHERE i.JOB_NAME = 'nightly')",
                        date.toString()))
                .as("executions of %s", date)
                .isEqualTo(1);
        Tables.Night night = tables.night(date);
        assertThat(DIGESTS.merge(date, night.rows() + night.behind(), (known, now) -> known))
                .isEqualTo(night.rows() + night.behind());
    }
}
