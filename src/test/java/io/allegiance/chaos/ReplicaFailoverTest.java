package io.allegiance.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.chaos.KilledNightTest.Place;
import io.allegiance.chaos.ReplicatedServers.Member;
import io.allegiance.testing.Sample;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Nights on a primary, readers on its replica, and at the end the replica in the primary's place. */
@Tag("story")
@Tag("chaos")
@Timeout(240)
@TestMethodOrder(OrderAnnotation.class)
class ReplicaFailoverTest {

    private static final int NIGHTS = 4;

    /** What readers see, at one look: each of the differences must be 0. */
    private static final String LOOK = """
            SELECT f.publication,
                   ABS(f.customers - (SELECT COUNT(*) FROM current_customer_score))
                   + (SELECT COUNT(*) FROM current_customer_score c WHERE c.score_date <> f.score_date)
                   + ABS(f.segment_sequence - (SELECT COUNT(*) FROM segment_change))
                   + ABS(f.segment_sequence - (SELECT MAX(s.sequence) FROM segment_change s))
                   + ABS(f.customers - (SELECT COUNT(*)
                                        FROM current_customer_score c
                                        JOIN (SELECT customer_id, MAX(sequence) AS sequence
                                              FROM segment_change
                                              GROUP BY customer_id) l ON l.customer_id = c.customer_id
                                        JOIN segment_change s ON s.sequence = l.sequence AND s.to_segment = c.segment))
                       AS differences
            FROM score_freshness f""";

    private static final String WAITING = "SELECT COUNT(*) FROM information_schema.processlist"
            + " WHERE info LIKE 'SET GLOBAL super_read_only%' AND state LIKE 'Waiting%'";

    @TempDir
    static Path folder;

    private static ReplicatedServers servers;
    private static Member primary;
    private static Member replica;
    private static Iterator<LocalDate> nights;

    @BeforeAll
    static void startPair() {
        servers = ReplicatedServers.start("start-replicated", folder);
        Shop.awaitUndisturbed();
        nights = Shop.dates().iterator();
        primary = servers.get("PRIMARY");
        replica = servers.get("REPLICA");
        primary.createSchema();
        Shop.land(primary.program(folder));
        awaitReplica();
    }

    @AfterAll
    static void stopPair() {
        if (servers != null) {
            servers.close();
        }
    }

    @Test
    @Order(1)
    void aReaderOfTheReplicaNeverSeesHalfAPublication() {
        Sample looks = Sample.of("ReplicaFailoverTest looks", "allegiance.looks", 200, 1_000);
        long first = replica.tables().seen().publication();
        CompletableFuture<Void> done = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < NIGHTS; i++) {
                primary.program(folder)
                        .runWell("nightly", "--date", nights.next().toString());
            }
            awaitReplica();
        });
        int looked = 0;
        long seen = first;
        while (looked < looks.size() || !done.isDone()) {
            Look look = look();
            assertThat(look.differences())
                    .as("publication " + look.publication())
                    .isZero();
            assertThat(look.publication()).isGreaterThanOrEqualTo(seen);
            seen = look.publication();
            looked++;
        }
        done.join();
        assertThat(look().publication()).isEqualTo(first + NIGHTS);
        looks.printDone();
    }

    private record Look(long publication, long differences) {}

    private static Look look() {
        return replica.jdbc().queryForObject(LOOK, (row, number) -> new Look(row.getLong(1), row.getLong(2)));
    }

    @Test
    @Order(2)
    void aPrimaryThatBecomesReadOnlyUnderANightIsRunAgain() throws SQLException {
        LocalDate date = nights.next();
        CompletableFuture<Program.End> night;
        try (Gate gate = new Gate(primary.schema(), Place.IN_UPDATE_HISTORIES.position)) {
            night = CompletableFuture.supplyAsync(
                    () -> primary.program(folder).run("nightly", "--date", date.toString()));
            gate.awaitReached(night);
            CompletableFuture<Void> switched = CompletableFuture.runAsync(
                    () -> primary.administrator().execute("SET GLOBAL super_read_only = ON"));
            Awaitility.await("the switch, which waits for the statement at the gate")
                    .until(() -> primary.administrator().queryForObject(WAITING, Long.class) > 0);
            gate.open();
            switched.join();
            Program.End end = night.join();
            assertThat(end.code()).as(end.err()).isEqualTo(20);
            assertThat(end.err()).contains("the primary has changed");
            Program.End again = primary.program(folder).run("nightly", "--date", date.toString());
            assertThat(again.code()).as("before it has written: " + again.err()).isEqualTo(21);
            primary.administrator().execute("SET GLOBAL super_read_only = OFF");
            primary.administrator().execute("SET GLOBAL read_only = OFF");
        }
        primary.program(folder).runWell("nightly", "--date", date.toString());
        assertThat(primary.tables().night(date)).isEqualTo(Shop.undisturbed(date));
    }

    @Test
    @Order(3)
    void aNightWhoseEndWasLostGivesTheSameBytesAndNumbersAgain() throws SQLException {
        LocalDate date = nights.next();
        try (Gate gate = new Gate(primary.schema(), Place.IN_SCORE_CUSTOMERS.position)) {
            CompletableFuture<Program.End> night = CompletableFuture.supplyAsync(
                    () -> primary.program(folder).run("nightly", "--date", date.toString()));
            gate.awaitReached(night);
            replica.administrator().execute("STOP REPLICA IO_THREAD");
            gate.open();
            assertThat(night.join().code()).as(night.join().err()).isZero();
        }
        List<String> feed = feed(primary);
        assertThat(primary.tables().night(date)).isEqualTo(Shop.undisturbed(date));
        primary.crash();
        promote();
        assertThat(replica.tables().seen().date()).as("the night is lost").isBefore(date);

        replica.program(folder).runWell("nightly", "--date", date.toString());

        assertThat(replica.tables().night(date)).isEqualTo(Shop.undisturbed(date));
        assertThat(feed(replica)).isEqualTo(feed);
    }

    private static void promote() {
        for (String statement : List.of(
                "STOP REPLICA",
                "RESET REPLICA ALL",
                "SET GLOBAL super_read_only = OFF",
                "SET GLOBAL read_only = OFF")) {
            replica.administrator().execute(statement);
        }
        Gate.remove(replica.schema());
    }

    private static List<String> feed(Member member) {
        return member.tables()
                .list("SELECT CONCAT_WS(' ', sequence, publication, customer_id, COALESCE(from_segment, '-'),"
                        + " COALESCE(to_segment, '-'), changed_on) FROM segment_change ORDER BY sequence");
    }

    /** Waits until the replica has all that the primary has committed. */
    private static void awaitReplica() {
        String committed = primary.administrator().queryForObject("SELECT @@GLOBAL.gtid_executed", String.class);
        Awaitility.await("the replica")
                .atMost(Program.PATIENCE)
                .until(() -> replica.administrator()
                                .queryForObject(
                                        "SELECT GTID_SUBSET(?, @@GLOBAL.gtid_executed)", Integer.class, committed)
                        == 1);
    }
}
