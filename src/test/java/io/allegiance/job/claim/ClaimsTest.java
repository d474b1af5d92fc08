package io.allegiance.job.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.job.lease.ClaimFence.Claimed;
import io.allegiance.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Tag("database")
class ClaimsTest {

    @AutoClose
    private static final TestDatabase.Schema SCHEMA = TestDatabase.freshSchema().migrate();

    private static final long TOKEN = 5;
    private static final WorkerIdentity ONE = new WorkerIdentity(1L, "one");
    private static final WorkerIdentity OTHER = new WorkerIdentity(2L, "other");

    private final JdbcClient sql = JdbcClient.create(SCHEMA.dataSource());
    private final Claims claims = new Claims(
            sql, new TransactionTemplate(new JdbcTransactionManager(SCHEMA.dataSource())), Duration.ofSeconds(30));

    @BeforeEach
    void offer() {
        sql.sql("UPDATE run_lease SET token = " + TOKEN).update();
        sql.sql("REPLACE INTO run_heartbeat VALUES ('allegiance', 5, TIMESTAMPADD(MINUTE, 1, UTC_TIMESTAMP(3)))")
                .update();
        claims.offer(1, "step", TOKEN, Map.of(0, 100L, 1, 101L));
    }

    private Claim takeFirst(WorkerIdentity worker) {
        return claims.take(claims.findOpen().orElseThrow(), worker).orElseThrow();
    }

    private List<String> states() {
        return claims.list(1).stream().map(ClaimLine::state).toList();
    }

    private void expireAll() {
        sql.sql("UPDATE run_claim SET expires_at = TIMESTAMPADD(SECOND, -1, UTC_TIMESTAMP(3)) WHERE state = 'TAKEN'")
                .update();
    }

    @Test
    void ofSeveralWhoTakeTheSameOfferOneSucceeds() {
        Offer offer = claims.findOpen().orElseThrow();
        Map<Integer, Claim> taken = new ConcurrentHashMap<>();
        IntStream.range(0, 8)
                .parallel()
                .forEach(i -> claims.take(offer, new WorkerIdentity((long) i, "w" + i))
                        .ifPresent(claim -> taken.put(i, claim)));
        assertThat(taken).hasSize(1);
        assertThat(claims.tally(1, "step", TOKEN)).isEqualTo(new ClaimTally(TOKEN, 1, 1));
    }

    @Test
    void allAreTakenOnceAndDone() {
        Claim first = takeFirst(ONE);
        Claim second = takeFirst(OTHER);
        assertThat(List.of(first.partition(), second.partition())).containsExactly(0, 1);
        assertThat(first.stepExecutionId()).isEqualTo(100);
        assertThat(first.isFirst()).isTrue();
        assertThat(claims.findOpen()).isEmpty();
        assertThat(claims.finish(first.fence().claimed())).isTrue();
        assertThat(claims.finish(second.fence().claimed())).isTrue();
        assertThat(claims.finish(second.fence().claimed())).isFalse();
        assertThat(claims.tally(1, "step", TOKEN).isOver()).isTrue();
        assertThat(states()).containsExactly("DONE", "DONE");
    }

    @Test
    void whoFallsSilentIsTakenOverAndCanChangeNothingMore() {
        Claimed former = takeFirst(ONE).fence().claimed();
        takeFirst(ONE);
        expireAll();
        Offer offer = claims.findOpen().orElseThrow();
        assertThat(offer.holder()).isEqualTo("w1");

        Claim second = claims.take(offer, OTHER).orElseThrow();

        assertThat(second.attempt()).isEqualTo(2);
        assertThat(second.isFirst()).isFalse();
        assertThat(claims.renew(former)).isFalse();
        assertThat(claims.finish(former)).isFalse();
        assertThat(claims.fail(former, true, 70, "late")).isFalse();
        assertThat(claims.finish(second.fence().claimed())).isTrue();
    }

    @Test
    void whoGivesASignBetweenLookAndTakeKeepsIt() {
        Claimed slow = takeFirst(ONE).fence().claimed();
        takeFirst(ONE);
        expireAll();
        Offer offer = claims.findOpen().orElseThrow();
        assertThat(claims.renew(slow)).isTrue();
        assertThat(claims.take(offer, OTHER)).isEmpty();
    }

    @Test
    void whatIsGivenBackIsNoAttempt() {
        Claim claim = takeFirst(ONE);
        claims.giveBack(claim.fence().claimed());
        Claim again = claims.take(claims.findOpen().orElseThrow(), OTHER).orElseThrow();
        assertThat(again.attempt()).isEqualTo(1);
        assertThat(again.fence().claimed().number())
                .isGreaterThan(claim.fence().claimed().number());
    }

    @Test
    void whatFailsIsOfferedBehindTheOthersAndFailsForGoodAtTheEnd() {
        Claim claim = takeFirst(ONE);
        claims.fail(claim.fence().claimed(), false, 20, "lost");
        assertThat(claims.findOpen()).map(Offer::partition).hasValue(1);
        Claim last = takeFirst(ONE);
        claims.fail(last.fence().claimed(), true, 21, "no right");
        assertThat(states()).containsExactly("OFFERED", "FAILED");
        assertThat(claims.list(1).get(1).failure()).isEqualTo("no right");
    }

    @Test
    void aStepThatStopsTakesEverythingBack() {
        Claim claim = takeFirst(ONE);
        claims.askToStop(1, "step", TOKEN);
        assertThat(states()).containsExactly("STOPPING", "WITHDRAWN");
        assertThat(claims.findOpen()).isEmpty();
        claims.giveBack(claim.fence().claimed());
        assertThat(states()).containsExactly("WITHDRAWN", "WITHDRAWN");
    }

    @Test
    void whatIsWithdrawnIsLost() {
        Claim claim = takeFirst(ONE);
        claims.withdraw(1, "step", TOKEN);
        assertThat(claims.renew(claim.fence().claimed())).isFalse();
        assertThat(claims.tally(1, "step", TOKEN).isOver()).isTrue();
    }

    @Test
    void offersOfAnotherLeaseOrOfNoneThatLivesAreNotFound() {
        sql.sql("UPDATE run_heartbeat SET expires_at = UTC_TIMESTAMP(3)").update();
        assertThat(claims.findOpen()).isEmpty();
        sql.sql("REPLACE INTO run_heartbeat VALUES ('allegiance', 6, TIMESTAMPADD(MINUTE, 1, UTC_TIMESTAMP(3)))")
                .update();
        sql.sql("UPDATE run_lease SET token = 6").update();
        assertThat(claims.findOpen()).isEmpty();

        claims.offer(2, "step", 6, Map.of(0, 200L));

        assertThat(claims.list(1)).isEmpty();
        assertThat(claims.findOpen()).map(Offer::runId).isEqualTo(Optional.of(2L));
    }

    @Test
    void workersComeAndGo() {
        WorkerRoster roster = new WorkerRoster(sql);
        sql.sql("INSERT INTO run_worker (name, build_id, threads, connections, started_at, seen_at)"
                        + " VALUES ('old', '', 1, 1, '2020-01-01', '2020-01-01')")
                .update();
        WorkerIdentity worker = roster.add("build", 2, 12);
        roster.renew(worker);
        assertThat(sql.sql("SELECT name FROM run_worker").query(String.class).list())
                .containsExactly(worker.name());
        roster.remove(worker);
        assertThat(sql.sql("SELECT COUNT(*) FROM run_worker").query(Long.class).single())
                .isZero();
    }
}
