package io.allegiance.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.chaos.Gate.Position;
import io.allegiance.testing.Sample;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Nights that workers help with, which are processes of their own: whoever is killed, frozen or stopped, the night leaves what it
 * leaves without workers. {@code -Dallegiance.extended=true} for every step.
 */
@Tag("story")
@Tag("chaos")
@Timeout(180)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "no signals")
class WorkersTest {

    private static final Duration LIFE = Duration.ofSeconds(3);

    @TempDir
    static Path folder;

    private static Shop shop;

    private Program.Running worker;

    /** Where a worker is disturbed: in the middle of a chunk. */
    enum Place {
        TAKE_IN_TRANSACTIONS("takeInTransactions", 1),
        UPDATE_HISTORIES("updateHistories", 1),
        SCORE_CUSTOMERS("scoreCustomers", Shop.SCORES_IN_CHUNK);

        private final String step;
        private final Position position;

        Place(String step, int written) {
            this.step = step;
            this.position = Gate.inChunk(step, written);
        }

        /** A gate for the workers of the run that comes next, and for no other. */
        Position ofWorker() {
            slowDown(step);
            long token = shop.tables().count("SELECT token FROM run_lease") + 1;
            return new Position(
                    position.table(),
                    position.change(),
                    "(" + position.condition() + ") AND (SELECT COUNT(*) FROM run_claim c WHERE c.lease_token = "
                            + token
                            + " AND c.state = 'TAKEN' AND c.worker_id IS NOT NULL AND c.step_execution_id ="
                            + " NEW.STEP_EXECUTION_ID) > 0");
        }
    }

    static Stream<Place> places() {
        return Sample.isExtended() ? Stream.of(Place.values()) : Stream.of(Place.SCORE_CUSTOMERS);
    }

    @BeforeAll
    static void openShop() {
        shop = Shop.open(folder);
    }

    @AfterAll
    static void closeShop() {
        shop.close();
    }

    /** The manager takes its time at the end of each partition, so that workers get some. */
    private static void slowDown(String step) {
        new JdbcTemplate(shop.schema().dataSource())
                .execute(
                        "CREATE TRIGGER slow_manager BEFORE UPDATE ON BATCH_STEP_EXECUTION FOR EACH ROW BEGIN IF NEW.STEP_NAME"
                                + " LIKE '" + step
                                + ":%' AND NEW.STATUS = 'COMPLETED' AND (SELECT COUNT(*) FROM run_claim c WHERE"
                                + " c.step_execution_id = NEW.STEP_EXECUTION_ID AND c.worker_id IS NULL) > 0 THEN DO SLEEP(0.4);"
                                + " END IF; END");
    }

    @AfterEach
    void endWorker() {
        new JdbcTemplate(shop.schema().dataSource()).execute("DROP TRIGGER IF EXISTS slow_manager");
        if (worker != null) {
            worker.close();
        }
        shop.finishTheNight();
    }

    /** Cut into eight ranges, one of which the manager works on at a time. */
    private static Program manager() {
        return shop.program()
                .with("allegiance.partitions", "1")
                .with("allegiance.ranges", "8")
                .with("allegiance.lease.time-to-live", LIFE.toSeconds() + "s");
    }

    private static Program.Running startWorker(String... options) {
        Program.Running started = manager()
                .start(Stream.concat(Stream.of("worker"), Stream.of(options)).toArray(String[]::new));
        started.await("the worker", () -> started.said().contains("is ready"));
        return started;
    }

    private static CompletableFuture<Program.End> begin(LocalDate date) {
        return CompletableFuture.supplyAsync(() -> manager().run("nightly", "--date", date.toString()));
    }

    private static void assertUndisturbed(Program.End night, LocalDate date) {
        assertThat(night.code()).as(night.err()).isZero();
        assertThat(shop.tables().night(date)).isEqualTo(Shop.undisturbed(date));
    }

    private static long takenByWorkers() {
        return shop.tables()
                .count("SELECT COUNT(*) FROM run_claim WHERE worker_id IS NOT NULL AND state = 'DONE' AND lease_token ="
                        + " (SELECT token FROM run_lease)");
    }

    /** What a lost manager still notes of its own offers is under its own lease, which nobody reads any more. */
    private static Map<String, Long> checksumsWithoutClaims() {
        Map<String, Long> checksums = shop.tables().checksums();
        checksums.remove("run_claim");
        return checksums;
    }

    @Test
    void aNightWithWorkersIsThatWithout() {
        LocalDate date = shop.nextNight();
        worker = startWorker("--threads", "2");
        try (Program.Running second = startWorker("--threads", "1")) {
            slowDown("scoreCustomers");
            assertUndisturbed(begin(date).join(), date);
            assertThat(takenByWorkers()).as(second.said()).isPositive();
        }
    }

    @ParameterizedTest
    @MethodSource("places")
    void whatAKilledWorkerHadIsTakenOver(Place place) throws SQLException {
        LocalDate date = shop.nextNight();
        worker = startWorker("--threads", "1");
        try (Gate gate = new Gate(shop.schema(), place.ofWorker())) {
            CompletableFuture<Program.End> night = begin(date);
            gate.awaitReached(night);
            worker.kill();

            assertUndisturbed(night.join(), date);
            assertThat(shop.tables().count("SELECT COUNT(*) FROM run_claim WHERE attempts > 1"))
                    .as("takeovers")
                    .isOne();
        }
    }

    @ParameterizedTest
    @MethodSource("places")
    void aFrozenWorkerBlocksNobodyAndWritesNothingWhenItThaws(Place place) throws SQLException {
        LocalDate date = shop.nextNight();
        worker = startWorker("--threads", "1");
        try (Gate gate = new Gate(shop.schema(), place.ofWorker())) {
            CompletableFuture<Program.End> night = begin(date);
            gate.awaitReached(night);
            worker.freeze();
            gate.open();

            assertUndisturbed(night.join(), date);
            Map<String, Long> left = shop.tables().checksums();
            worker.thaw();
            worker.askToStop();
            Program.End end = worker.awaitEnd();
            assertThat(end.code()).as(end.err()).isEqualTo(30);
            assertThat(shop.tables().checksums()).isEqualTo(left);
        }
    }

    @ParameterizedTest
    @MethodSource("places")
    void theSameCommandCarriesOnWithoutTheManagerThatWasKilled(Place place) throws SQLException {
        LocalDate date = shop.nextNight();
        worker = startWorker("--threads", "1");
        try (Gate gate = new Gate(shop.schema(), place.ofWorker());
                Program.Running killed = manager().start("nightly", "--date", date.toString())) {
            gate.awaitReached(killed);
            killed.kill();

            assertUndisturbed(begin(date).join(), date);
        }
        assertThat(worker.process().isAlive()).as(worker.said()).isTrue();
    }

    /** The same command is the next manager; the worker's partition is offered again, under the next lease. */
    @ParameterizedTest
    @MethodSource("places")
    void aFrozenManagerIsSucceededAndWritesNothingWhenItThaws(Place place) throws SQLException {
        LocalDate date = shop.nextNight();
        worker = startWorker("--threads", "1");
        try (Gate gate = new Gate(shop.schema(), place.ofWorker());
                Program.Running frozen = manager().start("nightly", "--date", date.toString())) {
            gate.awaitReached(frozen);
            frozen.freeze();
            gate.open();

            assertUndisturbed(begin(date).join(), date);
            Map<String, Long> left = checksumsWithoutClaims();
            frozen.thaw();
            Program.End end = frozen.awaitEnd();
            assertThat(end.code()).as(end.err()).isEqualTo(12);
            assertThat(checksumsWithoutClaims()).isEqualTo(left);
        }
        assertThat(worker.process().isAlive()).as(worker.said()).isTrue();
    }

    /** As when the server is restarted: the night rides over it, or the same command does the rest. */
    @Test
    void everyConnectionIsCutInTheMiddleOfAStep() throws SQLException {
        LocalDate date = shop.nextNight();
        worker = startWorker("--threads", "1");
        Program.End end;
        try (Gate gate = new Gate(shop.schema(), Place.SCORE_CUSTOMERS.ofWorker())) {
            CompletableFuture<Program.End> night = begin(date);
            gate.awaitReached(night);
            gate.cutAll();
            gate.open();
            end = night.join();
        }
        assertThat(end.code()).as(end.err()).isIn(0, 20);
        assertUndisturbed(end.code() == 0 ? end : begin(date).join(), date);
        assertThat(worker.process().isAlive()).as(worker.said()).isTrue();
    }

    @Test
    void aStoppedManagerLeavesIdleWorkersAndARunThatIsCarriedOn() throws SQLException {
        LocalDate date = shop.nextNight();
        worker = startWorker("--threads", "1");
        try (Gate gate = new Gate(shop.schema(), Place.SCORE_CUSTOMERS.ofWorker());
                Program.Running stopped = manager().start("nightly", "--date", date.toString())) {
            gate.awaitReached(stopped);
            stopped.askToStop();
            gate.open();
            Program.End end = stopped.awaitEnd();
            assertThat(end.code()).as(end.err()).isEqualTo(30);
            assertThat(shop.tables()
                            .count("SELECT COUNT(*) FROM run_claim WHERE state IN ('TAKEN', 'STOPPING', 'OFFERED')"))
                    .isZero();
        }
        assertThat(worker.process().isAlive()).as(worker.said()).isTrue();
        assertUndisturbed(begin(date).join(), date);
    }

    @Test
    void aStoppedWorkerGivesBackWhatItHas() throws SQLException {
        LocalDate date = shop.nextNight();
        worker = startWorker("--threads", "1");
        try (Gate gate = new Gate(shop.schema(), Place.SCORE_CUSTOMERS.ofWorker())) {
            CompletableFuture<Program.End> night = begin(date);
            gate.awaitReached(night);
            worker.askToStop();
            gate.open();
            Program.End end = worker.awaitEnd();
            assertThat(end.code()).as(end.err()).isEqualTo(30);

            assertUndisturbed(night.join(), date);
            assertThat(shop.tables()
                            .count(
                                    "SELECT COUNT(*) FROM run_worker WHERE name LIKE CONCAT('process ', ?, '@%')",
                                    worker.process().pid()))
                    .isZero();
        }
    }
}
