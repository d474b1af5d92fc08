package io.allegiance.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.chaos.KilledNightTest.Place;
import io.allegiance.chaos.ReplicatedServers.Member;
import io.allegiance.testing.Sample;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessException;

/** Nights on a group of three servers, whose primary is killed in one step after the other. */
@Tag("story")
@Tag("chaos")
@Timeout(240)
class GroupFailoverTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final String ONLINE =
            "SELECT COUNT(*) FROM performance_schema.replication_group_members" + " WHERE member_state = 'ONLINE'";
    private static final String IS_PRIMARY =
            ONLINE + " AND member_role = 'PRIMARY' AND member_id = @@server_uuid" + " AND NOT @@super_read_only";

    @TempDir
    static Path folder;

    private static ReplicatedServers servers;
    private static Iterator<LocalDate> nights;
    private static int survived;

    @BeforeAll
    static void startGroup() {
        servers = ReplicatedServers.start("start-group", folder);
        Shop.awaitUndisturbed();
        nights = Shop.dates().iterator();
        awaitMembers(3);
        primary().createSchema();
        Shop.land(primary().program(folder));
    }

    @AfterAll
    static void stopGroup() {
        if (servers != null) {
            Sample.printDone("GroupFailoverTest kills", survived);
            servers.close();
        }
    }

    /** One in each step; two of them but with {@code -Dallegiance.extended=true}. */
    static Stream<Place> places() {
        return Sample.isExtended()
                ? Stream.of(
                        Place.IN_OPEN_DAY,
                        Place.IN_TAKE_IN_TRANSACTIONS,
                        Place.IN_UPDATE_HISTORIES,
                        Place.IN_SET_THRESHOLDS,
                        Place.IN_SCORE_CUSTOMERS,
                        Place.IN_AUDIT_SCORES,
                        Place.IN_PUBLISH_SCORES,
                        Place.IN_WRITE_REPORT)
                : Stream.of(Place.IN_SCORE_CUSTOMERS, Place.IN_PUBLISH_SCORES);
    }

    @ParameterizedTest
    @MethodSource("places")
    void theSameCommandFinishesTheNightOnTheNewPrimary(Place place) throws SQLException {
        LocalDate date = nights.next();
        Member before = primary();
        Gate gate = new Gate(before.schema(), place.position);
        CompletableFuture<Program.End> night =
                CompletableFuture.supplyAsync(() -> before.program(folder).run("nightly", "--date", date.toString()));
        gate.awaitReached(night);
        awaitMembers(3);
        before.crash();
        assertThat(night.join().code()).as(night.join().err()).isEqualTo(20);
        Member now = primary();
        assertThat(now).isNotSameAs(before);
        Gate.remove(now.schema());

        now.program(folder).runWell("nightly", "--date", date.toString());

        assertThat(now.tables().night(date)).isEqualTo(Shop.undisturbed(date));
        before.restart();
        survived++;
    }

    @Test
    void aCommitThatTheGroupRefusesNamesItsCause() {
        LocalDate date = nights.next();
        Member primary = primary();
        primary.jdbc().execute("SET GLOBAL group_replication_transaction_size_limit = 15000");
        Program.End refused = primary.program(folder).run("nightly", "--date", date.toString());
        assertThat(refused.code()).as(refused.err()).isEqualTo(21);
        assertThat(refused.err())
                .contains("refused a commit", "group_replication_transaction_size_limit", "(error 3100)");
        assertThat(primary.program(folder).run("doctor").out())
                .contains("group_replication_transaction_size_limit is 0 MiB: commits may be refused");

        primary.jdbc().execute("SET GLOBAL group_replication_transaction_size_limit = 150000000");
        primary.program(folder).runWell("nightly", "--date", date.toString());
        assertThat(primary.tables().night(date)).isEqualTo(Shop.undisturbed(date));
    }

    private static Member primary() {
        Awaitility.await("a primary").atMost(PATIENCE).until(() -> findPrimary().isPresent());
        return findPrimary().orElseThrow();
    }

    private static Optional<Member> findPrimary() {
        return servers.list().stream()
                .filter(member -> count(member, IS_PRIMARY) == 1)
                .findFirst();
    }

    private static void awaitMembers(int online) {
        Awaitility.await(online + " members")
                .atMost(PATIENCE)
                .until(() -> servers.list().stream().allMatch(member -> count(member, ONLINE) == online));
    }

    /** What a server counts; -1 where it does not answer. */
    private static long count(Member member, String query) {
        try {
            Long count = member.administrator().queryForObject(query, Long.class);
            return count == null ? -1 : count;
        } catch (DataAccessException e) {
            return -1;
        }
    }
}
