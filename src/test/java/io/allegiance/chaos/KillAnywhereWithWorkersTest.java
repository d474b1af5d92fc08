package io.allegiance.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.chaos.Kill.Victim;
import io.allegiance.testing.Sample;
import io.allegiance.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * As {@link KillAnywhereTest}, with two workers that help: killed at a random moment of a random stage is the process of the night, a
 * worker, or the database server where a test may do that. A night survives its workers; for the others the same command finishes it.
 *
 * <p>None by default, two of each kind with {@code -Dallegiance.extended=true}. Any number, such as twenty of each, on the tests' MySQL:
 *
 * <pre>{@code
 * eval "$(.ci/mysql start)"
 * ./mvnw -B test -Dtest=KillAnywhereWithWorkersTest -Dtest.processes=1 -Dallegiance.seed=2011 -Dallegiance.worker-kills=20
 * }</pre>
 */
@Tag("chaos")
@Tag("story")
class KillAnywhereWithWorkersTest {

    private static final long SEED = Long.getLong("allegiance.seed", new SplittableRandom().nextInt(1_000_000));
    private static final int ONE_IN = 6;
    private static final int KILLS =
            Sample.of("kills", "allegiance.worker-kills", 0, 2).size();
    private static final int KILLED = 128 + 9;
    private static final int LOST = 20;
    private static final int NOTHING_TO_DO = 4;

    @TempDir
    private static Path folder;

    private static final List<Program.Running> WORKERS = new ArrayList<>();
    private static final StagePace PACE = new StagePace();
    private static SchemaShop shop;
    private static TwinShop twin;
    private static int night;
    private static int survived;

    /** In turn, so that each kind meets workers that are there for the first time and such that were there before. */
    static Stream<Kill> kills() {
        List<Kill> kills = new ArrayList<>();
        for (int number = 0; number < KILLS; number++) {
            for (Victim victim : Victim.values()) {
                if (victim != Victim.SERVER || TestDatabase.findKillableServer().isPresent()) {
                    kills.add(Kill.first(victim, KILLS, SEED).toList().get(number));
                }
            }
        }
        return kills.stream();
    }

    @BeforeAll
    static void openShops() throws IOException {
        if (KILLS == 0) {
            return;
        }
        System.out.println("kills with workers with -Dallegiance.seed=" + SEED);
        Path file = RetailLog.file(ONE_IN, folder);
        twin = new TwinShop(Files.createDirectory(folder.resolve("twin")), file);
        shop = new SchemaShop(Files.createDirectory(folder.resolve("shop")));
        RetailLog.land(shop.program(), file);
        startWorkers();
        try (WatchedNight watched = WatchedNight.start(disturbed(), PACE, commandOf(night))) {
            assertThat(watched.awaitEnd().code()).as(watched.process().said()).isZero();
        }
        assertThat(shop.night(RetailLog.night(night))).isEqualTo(twin.night(night));
        assertThat(shop.tables().count("SELECT COUNT(*) FROM run_claim WHERE worker_id IS NOT NULL AND state = 'DONE'"))
                .as("partitions that workers did")
                .isPositive();
    }

    @AfterAll
    static void closeShops() {
        WORKERS.forEach(Program.Running::close);
        Sample.printDone("KillAnywhereWithWorkersTest kills", survived);
        if (shop != null) {
            shop.close();
        }
        if (twin != null) {
            twin.close();
        }
    }

    /** Every step takes many chunks in eight partitions, of which the night's own process works on one at a time. */
    private static Program disturbed() {
        return shop.program()
                .with("allegiance.partitions", "1")
                .with("allegiance.ranges", "8")
                .with("allegiance.nightly.chunk.days", "5")
                .with("allegiance.nightly.chunk.histories", "5")
                .with("allegiance.nightly.chunk.scores", "20")
                .with("allegiance.lease.time-to-live", "1s");
    }

    /** Those that have ended are replaced. */
    private static void startWorkers() {
        WORKERS.removeIf(worker -> !worker.process().isAlive());
        while (WORKERS.size() < 2) {
            Program.Running worker = disturbed().start("worker", "--threads", "1");
            WORKERS.add(worker);
            worker.await("the worker", () -> worker.said().contains("is ready"));
        }
    }

    private static String[] commandOf(int night) {
        return new String[] {"nightly", "--date", RetailLog.night(night).toString()};
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("kills")
    void whoeverIsKilledTheNightIsThatOfOneProcess(Kill kill) {
        night++;
        startWorkers();
        try (WatchedNight watched = WatchedNight.start(disturbed(), PACE, commandOf(night))) {
            watched.await(kill);
            Program.End end = kill(kill.victim(), watched);
            String how = "to see it again: -Dallegiance.seed=" + SEED + "; " + kill + "\n" + end.err();
            assertThat(end.code()).as(how).isIn(codes(kill.victim()));
            if (end.code() != 0) {
                Program.End rerun = disturbed().run(commandOf(night));
                assertThat(rerun.code()).as(how + "\n" + rerun.err()).isIn(0, NOTHING_TO_DO);
            }
            assertThat(shop.night(RetailLog.night(night))).as(how).isEqualTo(twin.night(night));
        }
        survived++;
    }

    private static List<Integer> codes(Victim victim) {
        return switch (victim) {
            case JVM -> List.of(KILLED, 0);
            case SERVER -> List.of(LOST, 0);
            case WORKER -> List.of(0);
        };
    }

    private static Program.End kill(Victim victim, WatchedNight watched) {
        switch (victim) {
            case JVM -> watched.process().process().destroyForcibly();
            case WORKER -> WORKERS.get(0).kill();
            case SERVER -> {
                shop.killServer(watched.process());
                shop.restartServer();
            }
        }
        return watched.process().awaitEnd();
    }
}
