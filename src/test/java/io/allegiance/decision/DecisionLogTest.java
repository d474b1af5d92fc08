package io.allegiance.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.allegiance.testing.Repositories;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The record of decisions: who is in it is what the server says, and each row is bound to the one before. */
@Tag("database")
class DecisionLogTest {

    @AutoClose
    private static final Repositories REPOSITORIES = Repositories.of(DecisionLog.class);

    private final DecisionLog log = REPOSITORIES.get(DecisionLog.class);

    @AfterEach
    void forget() {
        REPOSITORIES.sql().sql("DELETE FROM decision").update();
    }

    @Test
    void theServerSaysWhoAndWhen() {
        append("2025-09-30", "Ada");

        RecordedDecision decision = log.list().get(0);
        assertThat(decision.id()).isOne();
        assertThat(decision.kind()).isEqualTo("FORCE");
        assertThat(decision.by()).isEqualTo("Ada");
        assertThat(decision.osUser()).isNotEmpty();
        assertThat(decision.osHost()).isNotEmpty();
        assertThat(decision.programVersion()).isEqualTo("test");
        assertThat(decision.databaseUser())
                .isEqualTo(REPOSITORIES
                        .sql()
                        .sql("SELECT CURRENT_USER()")
                        .query(String.class)
                        .single());
        assertThat(decision.databaseClient())
                .isEqualTo(REPOSITORIES
                        .sql()
                        .sql("SELECT USER()")
                        .query(String.class)
                        .single());
        assertThat(REPOSITORIES
                        .sql()
                        .sql("SELECT ABS(TIMESTAMPDIFF(SECOND, decided_at, UTC_TIMESTAMP())) FROM decision")
                        .query(Long.class)
                        .single())
                .isLessThan(60);
    }

    @Test
    void aRowThatWasChangedDeletedOrPutInBetweenIsNamed() {
        for (int day = 1; day <= 4; day++) {
            append("2025-09-0" + day, "Ada");
        }
        assertThat(findBreak()).isEmpty();

        change("UPDATE decision SET given_name = 'Bob' WHERE decision_id = 2");
        assertThat(findBreak()).startsWith("decision 2 was changed after it was recorded");
        change("UPDATE decision SET given_name = 'Ada' WHERE decision_id = 2");
        assertThat(findBreak()).isEmpty();

        change("UPDATE decision SET decided_at = decided_at - INTERVAL 1 DAY WHERE decision_id = 3");
        assertThat(findBreak()).startsWith("decision 3 was changed after it was recorded");
        change("DELETE FROM decision WHERE decision_id = 3");
        assertThat(findBreak()).isEqualTo("decision 3 is missing: the next one is 4");
        change("UPDATE decision SET decision_id = 3 WHERE decision_id = 4");
        assertThat(findBreak()).startsWith("decision 2 was changed after it was recorded");
        change("DELETE FROM decision WHERE decision_id = 1");
        assertThat(findBreak()).isEqualTo("decision 1 is missing: the next one is 2");
    }

    @Test
    void aDecisionIsRecordedWithWhatItDecidesOrNotAtAll() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> REPOSITORIES.inTransaction(() -> {
                    append("2025-09-30", "Ada");
                    throw new IllegalStateException("the decision failed");
                }));
        assertThat(log.list()).isEmpty();
    }

    @Test
    void decisionsOfTheSameMomentComeOneAfterTheOther() throws Exception {
        append("2025-09-01", "Ada");
        CountDownLatch inserted = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            Future<?> slow = two.submit(() -> REPOSITORIES.inTransaction(() -> {
                append("2025-09-02", "Slow");
                inserted.countDown();
                await(mayCommit);
            }));
            await(inserted);
            Future<?> other = two.submit(() -> REPOSITORIES.inTransaction(() -> append("2025-09-03", "Other")));
            assertThatExceptionOfType(java.util.concurrent.TimeoutException.class)
                    .isThrownBy(() -> other.get(200, TimeUnit.MILLISECONDS));
            mayCommit.countDown();
            slow.get();
            other.get();
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        } finally {
            mayCommit.countDown();
            two.shutdownNow();
        }
        assertThat(log.list()).extracting(RecordedDecision::by).containsExactly("Ada", "Slow", "Other");
        assertThat(findBreak()).isEmpty();
    }

    @Test
    void textsThatJoinToTheSameHaveDifferentHashes() {
        RecordedDecision one = decision("ab", "c");
        assertThat(one.hash()).hasSize(64).isEqualTo(decision("ab", "c").hash());
        assertThat(List.of(
                        decision("a", "bc").hash(),
                        decision("abc", null).hash(),
                        decision("ab", "").hash()))
                .doesNotContain(one.hash())
                .doesNotHaveDuplicates();
    }

    private RecordedDecision decision(String subject, String detail) {
        append("2025-09-30", "Ada");
        RecordedDecision stored = log.list().get(0);
        return new RecordedDecision(
                stored.id(),
                stored.kind(),
                subject,
                detail,
                stored.by(),
                stored.reason(),
                stored.osUser(),
                stored.osHost(),
                stored.programVersion(),
                stored.previousHash(),
                stored.databaseUser(),
                stored.databaseClient(),
                stored.decidedAt());
    }

    private void append(String subject, String by) {
        log.append(new NewDecision(DecisionKind.FORCE, subject, null, by, "because"));
    }

    private String findBreak() {
        return DecisionChain.findBreak(log.list()).orElse("");
    }

    private static void change(String statement) {
        assertThat(REPOSITORIES.sql().sql(statement).update()).isOne();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
