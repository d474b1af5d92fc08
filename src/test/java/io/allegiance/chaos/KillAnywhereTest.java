package io.allegiance.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.chaos.Kill.Victim;
import io.allegiance.testing.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Nights on a real shop's log, one after the other, each killed with kill -9 at a random moment of a random stage, program
 * or database server, and finished by the same command. What each leaves behind is that of a night never killed.
 *
 * <p>One kill of each kind by default, three with {@code -Dallegiance.extended=true}, on a part of the customers, with a fresh seed
 * that is printed. Any number of them on the whole log, on the embedded MariaDB:
 *
 * <pre>{@code
 * ./mvnw -B test -Dtest=KillAnywhereTest -Dtest.processes=1 -Dallegiance.seed=2011 -Dallegiance.one-in=1 \
 *     -Dallegiance.kills=60 -Dallegiance.server-kills=20
 * }</pre>
 *
 * On MySQL the same behind {@code eval "$(.ci/mysql start)"}. It may be stopped at any time; the same command goes on behind
 * the kills that were survived, which stand in {@code target/kills}. One kill alone: {@code -Dallegiance.only=jvm-7}.
 */
@Tag("chaos")
@Tag("story")
class KillAnywhereTest {

    private static final long SEED = Long.getLong("allegiance.seed", fresh());
    private static final int ONE_IN = Integer.getInteger("allegiance.one-in", Sample.isExtended() ? 6 : 30);
    private static final int KILLS =
            Sample.of("kills", "allegiance.kills", 1, 3).size();
    private static final int SERVER_KILLS =
            Sample.of("server kills", "allegiance.server-kills", 1, 3).size();
    private static final Optional<String> ONLY = Optional.ofNullable(System.getProperty("allegiance.only"));
    private static final KillLog DONE = new KillLog(SEED, ONE_IN);

    private static final int KILLED = 128 + 9;
    private static final int LOST = 20;
    private static final int NOTHING_TO_DO = 4;

    @TempDir
    private static Path folder;

    private static StagePace pace;
    private static Path file;
    private static TwinShop twin;
    private static KillableShop shop;
    private static int night;
    private static int opened;
    private static boolean finished = true;
    private static int survived;

    private static long fresh() {
        return new SplittableRandom().nextInt(1_000_000);
    }

    /** Those that are left. A server that is nobody's to kill is left alone. */
    static Stream<Kill> kills() {
        int most = Math.max(KILLS, SERVER_KILLS) + 1_000;
        if (ONLY.isPresent()) {
            return Stream.of(Victim.JVM, Victim.SERVER)
                    .flatMap(victim -> Kill.first(victim, most, SEED))
                    .filter(kill -> ONLY.get().equals(kill.name()));
        }
        int servers = KillableShop.mayKillServer() ? SERVER_KILLS : 0;
        return Stream.concat(Kill.first(Victim.JVM, KILLS, SEED), Kill.first(Victim.SERVER, servers, SEED))
                .filter(kill -> !DONE.has(kill));
    }

    @BeforeAll
    static void openShops() throws IOException {
        System.out.println("kills with " + command(""));
        if (kills().findAny().isPresent()) {
            file = RetailLog.file(ONE_IN, folder);
            twin = new TwinShop(Files.createDirectory(folder.resolve("twin")), file);
            openShop();
        }
    }

    /** Also when the log has no night left. The first night is for learning how long its stages take. */
    private static void openShop() throws IOException {
        if (shop != null) {
            shop.close();
        }
        shop = KillableShop.open(Files.createDirectory(folder.resolve("shop-" + ++opened)));
        RetailLog.land(shop.program(), file);
        pace = new StagePace();
        night = 0;
        try (WatchedNight watched = WatchedNight.start(disturbed(), pace, commandOf(night))) {
            assertThat(watched.awaitEnd().code()).as(watched.process().said()).isZero();
        }
        assertThat(shop.night(RetailLog.night(night))).isEqualTo(twin.night(night));
    }

    /** Every step takes many chunks, and a killed run is given up on after a second. */
    private static Program disturbed() {
        return shop.program()
                .with("allegiance.nightly.chunk.days", "5")
                .with("allegiance.nightly.chunk.histories", "5")
                .with("allegiance.nightly.chunk.scores", "50")
                .with("allegiance.lease.time-to-live", "1s");
    }

    @AfterAll
    static void closeShops() {
        System.out.println(DONE.summary() + "; listed in " + DONE.file());
        Sample.printDone("KillAnywhereTest kills", survived);
        if (shop != null) {
            shop.close();
        }
        if (twin != null) {
            twin.close();
        }
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("kills")
    void theSameCommandFinishesANightThatWasKilledAnywhere(Kill kill) throws IOException {
        nextNight();
        Tables.Night undisturbed = twin.night(night);
        Killed killed = kill(kill);
        String how = "to see it again: " + command(" -Dallegiance.only=" + kill.name()) + "\n" + killed;
        assertThat(killed.end().code()).as(how).isIn(kill.victim() == Victim.JVM ? KILLED : LOST, 0);

        Program.End rerun = disturbed().run(commandOf(night));

        assertThat(rerun.code()).as(how + "\n" + rerun.err()).isIn(0, killed.isComplete() ? NOTHING_TO_DO : 0);
        assertThat(shop.night(RetailLog.night(night))).as(how).isEqualTo(undisturbed);
        survived++;
        DONE.addKill(kill, killed.reached(), killed.end().code(), rerun.code());
        finished = true;
    }

    /** A night that is lost fails its own test alone: the next ones look back at it. */
    private static void nextNight() throws IOException {
        if (!finished) {
            shop.program().run(commandOf(night));
        }
        finished = false;
        night++;
        if (night == RetailLog.NIGHTS) {
            openShop();
            night++;
        }
        if (night % TwinShop.SLOTS_LAST == 0) {
            shop.program().runWell("maintain");
        }
    }

    private static String[] commandOf(int night) {
        return new String[] {"nightly", "--date", RetailLog.night(night).toString()};
    }

    private static String command(String more) {
        return "./mvnw -B test -Dtest=KillAnywhereTest -Dtest.processes=1 -Dallegiance.seed=" + SEED
                + " -Dallegiance.one-in=" + ONE_IN + " -Dallegiance.kills=" + KILLS + " -Dallegiance.server-kills="
                + SERVER_KILLS + more;
    }

    /**
     * A night that was killed.
     *
     * @param reached the stage in which that was
     * @param end how its process ended
     */
    private record Killed(Stage reached, Program.End end) {

        /** Whether nothing may be left to do. */
        boolean isComplete() {
            return end.code() == 0 || reached == Stage.AFTER_THE_LAST_STEP;
        }
    }

    private static Killed kill(Kill kill) {
        try (WatchedNight watched = WatchedNight.start(disturbed(), pace, commandOf(night))) {
            watched.await(kill);
            return kill.victim() == Victim.JVM ? killProgram(watched) : killServer(watched, kill.number() % 2 == 0);
        }
    }

    private static Killed killProgram(WatchedNight watched) {
        watched.process().process().destroyForcibly();
        Program.End end = watched.process().awaitEnd();
        return new Killed(watched.reached(), end);
    }

    /** Half of the time the server is back before the program has come to its end. */
    private static Killed killServer(WatchedNight watched, boolean backAtOnce) {
        shop.killServer(watched.process());
        Stage reached = watched.reached();
        if (!backAtOnce) {
            watched.process().awaitEnd();
        }
        shop.restartServer();
        return new Killed(reached, watched.process().awaitEnd());
    }
}
