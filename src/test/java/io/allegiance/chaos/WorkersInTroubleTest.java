package io.allegiance.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** Partitions that fail wherever they are tried, and workers that may not work on a run. */
@Tag("story")
@Tag("chaos")
@Timeout(180)
class WorkersInTroubleTest {

    @TempDir
    static Path folder;

    private static Shop shop;
    private static JdbcTemplate jdbc;

    @BeforeAll
    static void openShop() {
        shop = Shop.open(folder);
        jdbc = new JdbcTemplate(shop.schema().dataSource());
    }

    @AfterAll
    static void closeShop() {
        shop.close();
    }

    @AfterEach
    void finishTheNight() {
        jdbc.execute("DROP TRIGGER IF EXISTS trouble");
        jdbc.update("DELETE FROM run_claim WHERE step = 'test'");
        jdbc.update("DELETE FROM run_heartbeat");
        shop.finishTheNight();
    }

    private static Program.End run(LocalDate date) {
        return shop.program().with("allegiance.ranges", "8").run("nightly", "--date", date.toString());
    }

    private static void refuse(String error) {
        jdbc.execute("CREATE TRIGGER trouble BEFORE INSERT ON run_progress FOR EACH ROW BEGIN IF NEW.step ="
                + " 'scoreCustomers' AND NEW.partition_number = 3 THEN SIGNAL SQLSTATE '" + error
                + "' SET MYSQL_ERRNO = 1213, MESSAGE_TEXT = 'refused'; END IF; END");
    }

    @Test
    void aPartitionThatFailsFourTimesFailsItsStepAndIsNamed() {
        LocalDate date = shop.nextNight();
        refuse("40001");

        Program.End end = run(date);

        assertThat(end.code()).as(end.err()).isEqualTo(20);
        assertThat(end.err()).contains("partition 3 of scoreCustomers failed in each of 4 attempts");
        assertThat(shop.tables()
                        .list("SELECT state FROM run_claim WHERE partition_number = 3 AND step = 'scoreCustomers'"))
                .containsExactly("FAILED");
        assertThat(shop.program().runWell("status")).contains("scoreCustomers:3", "FAILED", "attempt 4");

        jdbc.execute("DROP TRIGGER trouble");
        assertThat(run(date).code()).isZero();
        assertThat(shop.tables().night(date)).isEqualTo(Shop.undisturbed(date));
    }

    @Test
    void aWorkerOfAnotherBuildEndsBeforeItClaimsAnything() throws Exception {
        LocalDate date = shop.nextNight();
        assertThat(run(date).code()).isZero();
        offerOneOf("another", date);

        CompletableFuture<Program.End> worker =
                CompletableFuture.supplyAsync(() -> shop.program().run("worker", "--threads", "1"));

        Program.End end = worker.get(60, TimeUnit.SECONDS);
        assertThat(end.code()).as(end.err()).isEqualTo(21);
        assertThat(end.err()).contains("its build is ", ", the run's another", "Nothing was claimed");
        assertThat(shop.tables().list("SELECT state FROM run_claim WHERE attempts > 0 AND step = 'test'"))
                .isEmpty();
    }

    @Test
    void aWorkerOfAnotherZoneOrCurrencyEnds() {
        Program.End zone = shop.program().with("allegiance.zone", "Asia/Tokyo").run("worker");
        assertThat(zone.code()).as(zone.err()).isEqualTo(21);
        assertThat(zone.err()).contains("allegiance.zone is Asia/Tokyo");
        Program.End currency =
                shop.program().with("allegiance.reporting-currency", "JPY").run("worker");
        assertThat(currency.code()).as(currency.err()).isEqualTo(21);
        assertThat(currency.err()).contains("allegiance.reporting-currency is JPY");
    }

    @Test
    void aNumberOfThreadsThatIsNoneIsRefused() {
        assertThat(shop.program().run("worker", "--threads", "0").code()).isEqualTo(64);
    }

    /** What a manager of another build offers, for as long as its lease lives. */
    private static void offerOneOf(String build, LocalDate date) {
        long run = shop.tables().count("SELECT run_id FROM run WHERE business_date = ?", date);
        jdbc.update("UPDATE run SET build_id = ? WHERE run_id = ?", build, run);
        jdbc.update(
                "REPLACE INTO run_heartbeat SELECT name, token, TIMESTAMPADD(MINUTE, 2, UTC_TIMESTAMP(3)) FROM run_lease");
        jdbc.update(
                "INSERT INTO run_claim (run_id, step, partition_number, lease_token, step_execution_id, state, claim_number,"
                        + " attempts) SELECT ?, 'test', 0, token, 0, 'OFFERED', 0, 0 FROM run_lease",
                run);
    }
}
