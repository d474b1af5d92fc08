package io.allegiance.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.testing.LocalBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Nights and workers with a broker that goes away: it decides nothing, and costs each process one warning. */
@Tag("story")
@Tag("chaos")
@Timeout(180)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "no signals")
class WorkersAndBrokerTest {

    private static final Pattern WARNING = Pattern.compile("the broker of spring.artemis.broker-url cannot be used");

    @TempDir
    static Path folder;

    private static Shop shop;
    private static LocalBroker broker;

    @BeforeAll
    static void open() throws Exception {
        shop = Shop.open(folder);
        broker = LocalBroker.start();
    }

    @AfterAll
    static void close() throws Exception {
        broker.close();
        shop.close();
    }

    @AfterEach
    void finishTheNight() {
        shop.finishTheNight();
    }

    private static Program program() {
        return shop.program()
                .with("spring.artemis.broker-url", broker.url())
                .with("allegiance.partitions", "1")
                .with("allegiance.ranges", "8");
    }

    private static void assertUndisturbed(Program.End night, LocalDate date) {
        assertThat(night.code()).as(night.err()).isZero();
        assertThat(shop.tables().night(date)).isEqualTo(Shop.undisturbed(date));
    }

    private static long countWarnings(String said) {
        return WARNING.matcher(said).results().count();
    }

    @Test
    void aBrokerThatIsKilledInTheMiddleOfAStepAndComesBackIsOneWarning() throws Exception {
        LocalDate date = shop.nextNight();
        try (Program.Running worker = program().start("worker", "--threads", "1")) {
            worker.await("the worker", () -> worker.said().contains("is ready"));
            try (Gate gate = new Gate(shop.schema(), Gate.inChunk("scoreCustomers", Shop.SCORES_IN_CHUNK));
                    Program.Running night = program().start("nightly", "--date", date.toString())) {
                gate.awaitReached(night);
                broker.stop();
                gate.open();
                Program.End end = night.awaitEnd();

                assertUndisturbed(end, date);
                assertThat(countWarnings(end.err())).as(end.err()).isLessThanOrEqualTo(1);
            }

            // A worker that is told to stop while the broker is gone ends within ten seconds, and has warned once at
            // most
            long asked = System.nanoTime();
            worker.askToStop();
            Program.End end = worker.awaitEnd();
            assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(10));
            assertThat(end.code()).as(end.err()).isEqualTo(30);
            assertThat(countWarnings(end.err())).as(end.err()).isLessThanOrEqualTo(1);
        } finally {
            broker.startAgain();
        }
        LocalDate next = shop.nextNight();
        assertUndisturbed(program().run("nightly", "--date", next.toString()), next);
    }

    @Test
    void withoutWorkersAndBrokerANightDoesEverythingItself() throws Exception {
        LocalDate date = shop.nextNight();
        broker.stop();
        try (Program.Running night = program().start("nightly", "--date", date.toString())) {
            Program.End end = night.awaitEnd();
            assertUndisturbed(end, date);
            assertThat(countWarnings(end.err())).as(end.err()).isOne();
        } finally {
            broker.startAgain();
        }
    }
}
