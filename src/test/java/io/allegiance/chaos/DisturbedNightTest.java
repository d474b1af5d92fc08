package io.allegiance.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.chaos.Gate.Position;
import io.allegiance.platform.sql.Sql;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** A night that is stopped, robbed of its lease, run into by another, or killed again and again. */
@Tag("chaos")
@Tag("embedded")
@Timeout(120)
class DisturbedNightTest {

    private static final Position IN_SCORING = Gate.inChunk("scoreCustomers", 3 * Shop.SCORES_IN_CHUNK);

    @TempDir
    static Path folder;

    private static Shop shop;

    @BeforeAll
    static void openShop() {
        shop = Shop.open(folder);
    }

    @AfterAll
    static void closeShop() {
        shop.close();
    }

    /** So that a night that was lost fails its own test alone: the next ones look back at it. */
    @AfterEach
    void finishTheNight() {
        shop.finishTheNight();
    }

    @Test
    void stoppedNightKeepsItsChunksAndIsRestarted() throws Exception {
        LocalDate date = shop.nextNight();
        Tables.Seen before = shop.tables().seen();
        Program.End end;
        try (Gate gate = new Gate(shop.schema(), IN_SCORING);
                Program.Running night = shop.program().start("nightly", "--date", date.toString())) {
            gate.awaitReached(night);
            night.askToStop();
            gate.open();
            end = night.awaitEnd();
        }

        assertThat(end.code()).as(end.err()).isEqualTo(30);
        assertThat(end.err()).contains("stopped on request").contains("The same command");
        assertThat(shop.tables().list("SELECT state FROM run WHERE business_date = ?", date))
                .containsExactly("STOPPED");
        assertThat(statuses("scoreCustomers%")).containsOnly("STOPPED");
        assertThat(statuses("auditScores")).isEmpty();
        assertThat(scored(date)).isBetween(3L * Shop.SCORES_IN_CHUNK, 8L * Shop.SCORES_IN_CHUNK);
        assertThat(shop.tables().seen()).isEqualTo(before);
        assertFinishes(date);
    }

    @Test
    void nightStoppedBeforeFirstStepIsRestarted() throws Exception {
        LocalDate date = shop.nextNight();
        Program.End end;
        try (Gate gate = new Gate(shop.schema(), new Position("run_lease", "UPDATE", "TRUE"));
                Program.Running night = shop.program().start("nightly", "--date", date.toString())) {
            gate.awaitReached(night);
            night.askToStop();
            gate.open();
            end = night.awaitEnd();
        }
        assertThat(end.code()).as(end.err()).isEqualTo(30);
        assertFinishes(date);
    }

    @Test
    void aHolderThatLostItsLeaseWritesNothingMore() throws Exception {
        LocalDate date = shop.nextNight();
        Program.End end;
        String left;
        try (Gate gate = new Gate(shop.schema(), IN_SCORING);
                Program.Running night = shop.program().start("nightly", "--date", date.toString())) {
            gate.awaitReached(night);
            takeLeaseAway();
            left = allThatRunsWrite();
            gate.open();
            end = night.awaitEnd();
        }

        assertThat(end.code()).as(end.err()).isEqualTo(12);
        assertThat(end.err()).contains("the lease was lost to another run");
        assertThat(allThatRunsWrite()).isEqualTo(left);
        assertFinishes(date);
    }

    @Test
    void aSecondStartIsToldWhoHoldsTheLease() throws Exception {
        LocalDate date = shop.nextNight();
        Program program = shop.program().with("allegiance.lease.time-to-live", "3s");
        try (Gate gate = new Gate(shop.schema(), IN_SCORING);
                Program.Running night = program.start("nightly", "--date", date.toString())) {
            gate.awaitReached(night);

            Program.End second = program.run("nightly", "--date", date.toString());

            assertThat(second.code()).as(second.err()).isEqualTo(12);
            assertThat(second.err())
                    .contains("another run holds the lease: process "
                            + night.process().pid() + "@");
            gate.open();
            assertThat(night.awaitEnd().code()).isZero();
        }
        assertThat(shop.tables().night(date)).isEqualTo(Shop.undisturbed(date));
    }

    @Test
    void aNightMayBeKilledAgainAndAgain() throws Exception {
        LocalDate date = shop.nextNight();
        for (Position place : List.of(
                Gate.inChunk("takeInTransactions", 10),
                IN_SCORING,
                Gate.inChunk("scoreCustomers", Shop.SCORES_IN_CHUNK),
                new Position("segment_summary", "INSERT", "TRUE"))) {
            try (Gate gate = new Gate(shop.schema(), place);
                    Program.Running night = shop.program().start("nightly", "--date", date.toString())) {
                gate.awaitReached(night);
                night.kill();
            }
        }
        assertFinishes(date);
    }

    @Test
    void aNightHasConnectionsForAsManyPartitionsAsItIsTold() {
        LocalDate date = shop.nextNight();
        Program.End night =
                shop.program().with("allegiance.partitions", "20").run("nightly", "--date", date.toString());
        assertThat(night.code()).as(night.err()).isZero();
        assertThat(shop.tables().night(date)).isEqualTo(Shop.undisturbed(date));
    }

    private static void assertFinishes(LocalDate date) {
        Program.End rerun = shop.program().run("nightly", "--date", date.toString());
        assertThat(rerun.code()).as(rerun.err()).isZero();
        assertThat(shop.tables().night(date)).isEqualTo(Shop.undisturbed(date));
        assertThat(shop.program().run("nightly", "--date", date.toString()).code())
                .isEqualTo(4);
    }

    /** What a takeover does, which a test cannot wait for while the holder lives. */
    private static void takeLeaseAway() {
        JdbcTemplate jdbc = new JdbcTemplate(shop.schema().dataSource());
        jdbc.update(Sql.get("job/lease/take_lease"), "somebody else");
        jdbc.update(Sql.get("job/lease/insert_heartbeat"), 1);
    }

    private static String allThatRunsWrite() {
        Tables tables = shop.tables();
        return tables.hash("SELECT * FROM run ORDER BY run_id", 1)
                + tables.hash("SELECT * FROM run_progress ORDER BY run_id, step, partition_number, name", 1)
                + tables.hash("SELECT slot, COUNT(*) FROM customer_score GROUP BY slot ORDER BY slot", 1)
                + tables.hash("SELECT * FROM BATCH_STEP_EXECUTION ORDER BY STEP_EXECUTION_ID", 1)
                + tables.hash("SELECT * FROM BATCH_JOB_EXECUTION ORDER BY JOB_EXECUTION_ID", 1);
    }

    /** The states of steps in the newest execution of all. */
    private static List<String> statuses(String step) {
        return shop.tables()
                .list(
                        "SELECT STATUS FROM BATCH_STEP_EXECUTION WHERE STEP_NAME LIKE ? AND JOB_EXECUTION_ID ="
                                + " (SELECT MAX(JOB_EXECUTION_ID) FROM BATCH_JOB_EXECUTION)",
                        step);
    }

    private static long scored(LocalDate date) {
        return shop.tables()
                .count(
                        "SELECT COUNT(*) FROM customer_score s JOIN run r ON r.slot = s.slot WHERE r.business_date = ?",
                        date);
    }
}
