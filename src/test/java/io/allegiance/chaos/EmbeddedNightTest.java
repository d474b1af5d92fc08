package io.allegiance.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Nights on the embedded database, in a folder with a space in its name, where the program, the server or both are killed. */
@Tag("chaos")
@Tag("embedded")
@Timeout(240)
class EmbeddedNightTest {

    private static final Iterator<LocalDate> NIGHTS = Shop.dates().iterator();

    private static final String CUSTOMER = "C000001";

    @TempDir
    static Path folder;

    private static Path home;
    private static Program program;

    @BeforeAll
    static void openShop() {
        Shop.awaitUndisturbed();
        home = folder.resolve("a home");
        Map<String, String> settings = new HashMap<>(Shop.smallChunks());
        settings.put("ALLEGIANCE_HOME", home.toString());
        // Less patience with a server that does not come back.
        settings.put("spring.datasource.hikari.connection-timeout", "1000");
        program = new Program(Map.copyOf(settings), folder);
        Shop.land(program);
    }

    @Test
    void whileANightRunsItIsAskedAndHeld() throws IOException {
        LocalDate date = NIGHTS.next();
        Program.End end;
        try (Program.Running night = startScoring(date)) {
            night.freeze();
            assertThat(program.runWell("status")).contains("run         nightly " + date + ", attempt 1");
            assertThat(program.runWell("scores", "--customer", CUSTOMER)).contains("churn_probability");
            assertThat(program.runWell("explain", "--customer", CUSTOMER)).contains("loyalty_score");
            assertThat(program.runWell("rejects")).contains("no line waits");
            assertThat(program.runWell("models")).contains("ACTIVE");
            assertThat(program.run("doctor").out())
                    .contains("beside the allegiance that runs it")
                    .doesNotContain("lacks");
            assertThat(program.runWell("status", "--alert")).contains(date.toString());
            program.runWell("hold", "--by", "Ada", "--reason", "prices are wrong");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(attachFile())))
                    .isEqualTo("rw-------");
            night.thaw();
            end = night.awaitEnd();
        }
        assertThat(end.code()).as(end.err()).isEqualTo(11);
        assertThat(end.err()).contains("held by Ada since", "prices are wrong");
        assertThat(attachFile()).doesNotExist();
        program.runWell("release", "--by", "Bob");
        assertFinishes(date);
    }

    @Test
    void theProgramIsKilledAndUntilThenNobodyElseMayWrite() throws IOException {
        LocalDate date = NIGHTS.next();
        try (Program.Running night = startScoring(date)) {
            Program.End second = program.run("nightly", "--date", date.toString());
            assertThat(second.code()).as(second.err()).isEqualTo(12);
            assertThat(second.err())
                    .contains(home.toString())
                    .contains("pid " + night.process().pid());
            night.kill();
            assertThat(attachFile()).as("that of a dead program").exists();
            assertThat(night.said()).doesNotContain("published");
        }
        ProcessHandle orphan = server();
        assertThat(isRunning(orphan)).as("the server outlives the program").isTrue();
        Advice advice = Advice.ask(program, date);
        assertThat(isRunning(orphan)).as("two servers on the same data").isFalse();
        assertThat(advice.status()).contains("CUT OFF");
        assertThat(advice.next()).isEqualTo("nightly --date " + date);
        assertFinishes(date);
    }

    @Test
    void theServerIsKilled() throws IOException {
        LocalDate date = NIGHTS.next();
        try (Program.Running night = startScoring(date)) {
            killServer();
            Program.End end = night.awaitEnd();
            assertThat(end.code()).as(end.err()).isEqualTo(20);
            assertThat(end.err()).contains("run the same command again");
        }
        assertFinishes(date);
    }

    @Test
    void bothAreKilled() throws IOException {
        LocalDate date = NIGHTS.next();
        try (Program.Running night = startScoring(date)) {
            killServer();
            night.kill();
        }
        assertFinishes(date);
    }

    private static Program.Running startScoring(LocalDate date) {
        // Slow enough to be met in the middle.
        Program.Running night =
                program.with("allegiance.nightly.chunk.scores", "3").start("nightly", "--date", date.toString());
        night.await("scoring", () -> night.said().contains("setThresholds"));
        return night;
    }

    private static Path attachFile() {
        return home.resolve("attach");
    }

    private static void killServer() throws IOException {
        server().destroyForcibly();
    }

    /** A process that has ended and that nobody has asked about still counts as alive. */
    private static boolean isRunning(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }

    private static ProcessHandle server() throws IOException {
        long pid = Long.parseLong(Files.readString(home.resolve("server.pid")).strip());
        return ProcessHandle.of(pid).orElseThrow();
    }

    private static void assertFinishes(LocalDate date) {
        Program.End end = program.run("nightly", "--date", date.toString());
        assertThat(end.code()).as(end.err()).isZero();
        assertThat(end.out())
                .contains("score digest " + Shop.undisturbed(date).scoreDigest())
                .contains("row digest " + Shop.undisturbed(date).rowDigest());
    }
}
