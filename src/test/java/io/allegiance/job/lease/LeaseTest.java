package io.allegiance.job.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.allegiance.failure.LeaseHeldException;
import io.allegiance.testing.TestDatabase;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

@Tag("database")
class LeaseTest {

    private static final Duration TWO_SECONDS = Duration.ofSeconds(2);

    @AutoClose
    private static final TestDatabase.Schema SCHEMA = TestDatabase.freshSchema().migrate();

    private final JdbcClient sql = JdbcClient.create(SCHEMA.dataSource());
    private final Lease ours = lease(false);
    private final Lease theirs = lease(false);

    @BeforeEach
    void free() {
        sql.sql("DELETE FROM run_heartbeat").update();
        sql.sql("UPDATE run_lease SET token = 0, owner = ''").update();
        sql.sql("DELETE FROM setting").update();
    }

    @AfterEach
    void release() {
        ours.close();
        theirs.close();
    }

    @Test
    void eachHolderHasAHigherTokenThanTheLast() {
        ours.acquire();
        assertThat(ours.findToken()).hasValue(1);
        ours.release();
        assertThat(ours.findToken()).isEmpty();
        theirs.acquire();
        assertThat(theirs.findToken()).hasValue(2);
    }

    @Test
    void aLivingHolderIsNamedAndKeepsIt() {
        ours.acquire();
        assertThatThrownBy(theirs::acquire)
                .isInstanceOf(LeaseHeldException.class)
                .hasMessageContaining(
                        "process " + ManagementFactory.getRuntimeMXBean().getName());
        assertThat(theirs.isHeld()).isFalse();
        assertThat(ours.findToken()).hasValue(1);
        assertThat(token()).isEqualTo(1);
    }

    @Test
    void leaseOfKilledHolderIsTakenAfterExpiryOnly() {
        leaveBehind(7, 1_500);
        long start = System.nanoTime();
        ours.acquire();
        assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)).isBetween(1_400L, 20_000L);
        assertThat(ours.findToken()).hasValue(8);
    }

    @Test
    void expiredLeaseIsTakenOverDespiteClockSetBack() {
        leaveBehind(7, 3_600_000);
        long start = System.nanoTime();
        ours.acquire();
        assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)).isBetween(1_900L, 20_000L);
        assertThat(ours.findToken()).hasValue(8);
    }

    @Test
    void aTakeoverEndsWhatTheFormerHolderLeftOpen() throws SQLException {
        leaveBehind(7, -1);
        try (Connection frozen = DriverManager.getConnection(SCHEMA.jdbcUrl(), SCHEMA.username(), SCHEMA.password())) {
            connections().name(frozen, "7");
            frozen.setAutoCommit(false);
            try (Statement statement = frozen.createStatement()) {
                statement.executeUpdate("INSERT INTO setting (name, value) VALUES ('half done', '')");
                statement
                        .executeQuery("SELECT token FROM run_lease LOCK IN SHARE MODE")
                        .close();
            }

            ours.acquire();

            assertThat(ours.findToken()).hasValue(8);
            assertThat(frozen.isValid(2)).isFalse();
        }
        assertThat(written()).isEmpty();
        write("half done");
    }

    @Test
    void whoLostItsLeaseCanTell() {
        assertThat(ours.isLost()).isFalse();
        ours.acquire();
        assertThat(ours.isLost()).isFalse();
        takeOver();
        assertThat(ours.isLost()).isTrue();
    }

    @Test
    void anExpiredLeaseIsTakenAtOnce() {
        leaveBehind(7, -1);
        ours.acquire();
        assertThat(ours.findToken()).hasValue(8);
    }

    @Test
    void theHeartbeatKeepsTheLeaseBeyondItsTime() {
        ours.acquire();
        LocalDateTime firstExpiry = time("SELECT expires_at FROM run_heartbeat");
        Awaitility.await("the database's clock past the first expiry")
                .until(() -> time("SELECT UTC_TIMESTAMP(3)").isAfter(firstExpiry));
        assertThat(microsecondsLeft()).isPositive();
    }

    @Test
    void aSoleProcessKnowsThatAnyLeaseItFindsIsADeadOnes() {
        leaveBehind(7, 60_000);
        try (Lease sole = lease(true)) {
            sole.acquire();
            assertThat(sole.findToken()).hasValue(8);
        }
    }

    @Test
    void nobodyTakesItTwice() {
        ours.acquire();
        assertThatIllegalStateException().isThrownBy(ours::acquire);
    }

    @Test
    void givingItBackAfterALossLeavesTheNewHolderItsLease() {
        ours.acquire();
        takeOver();
        ours.release();
        assertThat(sql.sql("SELECT COUNT(*) FROM run_heartbeat")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void nothingIsCommittedUnderALostLease() {
        ours.acquire();
        TransactionTemplate fenced = new TransactionTemplate(fenced(ours));
        fenced.executeWithoutResult(status -> write("before"));
        takeOver();

        assertThatThrownBy(() -> fenced.executeWithoutResult(status -> write("after")))
                .isInstanceOf(LeaseHeldException.class)
                .hasMessageContaining("lost to another run");
        assertThat(written()).containsExactly("before");
    }

    @Test
    void aTakeoverDuringATransactionStopsItsCommit() {
        ours.acquire();
        assertThatThrownBy(() -> new TransactionTemplate(fenced(ours)).executeWithoutResult(status -> {
                    write("late");
                    takeOver();
                }))
                .isInstanceOf(LeaseHeldException.class);
        assertThat(written()).isEmpty();
    }

    @Test
    void aTakeoverWaitsForTheCommitUnderWay() {
        ours.acquire();
        AtomicReference<Throwable> refused = new AtomicReference<>();
        new TransactionTemplate(fenced(ours)).executeWithoutResult(status -> {
            write("in time");
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void beforeCommit(boolean readOnly) {
                    refused.set(tryToLockFromOutside());
                }
            });
        });
        assertThat(refused.get()).isInstanceOf(DataAccessException.class);
        assertThat(tryToLockFromOutside()).isNull();
        assertThat(written()).containsExactly("in time");
    }

    @Test
    void whoHoldsNoLeaseIsNotFenced() {
        assertThatCode(() -> new TransactionTemplate(fenced(ours)).executeWithoutResult(status -> write("free")))
                .doesNotThrowAnyException();
        assertThat(written()).containsExactly("free");
    }

    private Throwable tryToLockFromOutside() {
        try (TestThread outside =
                new TestThread(() -> new TransactionTemplate(new JdbcTransactionManager(SCHEMA.dataSource()))
                        .executeWithoutResult(status -> sql.sql("SELECT token FROM run_lease FOR UPDATE NOWAIT")
                                .query(Long.class)
                                .single()))) {
            return outside.failure();
        }
    }

    private Lease lease(boolean soleProcess) {
        return new Lease(
                JdbcClient.create(SCHEMA.dataSource()),
                new TransactionTemplate(new JdbcTransactionManager(SCHEMA.dataSource())),
                connections(),
                TWO_SECONDS,
                soleProcess);
    }

    private static FencedTransactionManager fenced(Lease lease) {
        return new FencedTransactionManager(SCHEMA.dataSource(), lease::findToken, connections());
    }

    private static HolderConnections connections() {
        return new HolderConnections(JdbcClient.create(SCHEMA.dataSource()));
    }

    private void leaveBehind(long token, long milliseconds) {
        sql.sql("UPDATE run_lease SET token = ?, owner = 'process 1@elsewhere'")
                .param(token)
                .update();
        sql.sql("INSERT INTO run_heartbeat (name, token, expires_at)"
                        + " VALUES ('allegiance', ?, TIMESTAMPADD(MICROSECOND, ?, UTC_TIMESTAMP(3)))")
                .params(token, 1_000 * milliseconds)
                .update();
    }

    /** What another process does, on a connection of its own. */
    private void takeOver() {
        try (TestThread other = new TestThread(() -> {
            sql.sql("UPDATE run_lease SET token = token + 1").update();
            sql.sql("UPDATE run_heartbeat SET token = token + 1").update();
        })) {
            assertThat(other.failure()).isNull();
        }
    }

    private void write(String name) {
        sql.sql("INSERT INTO setting (name, value) VALUES (?, '')").param(name).update();
    }

    private List<String> written() {
        return sql.sql("SELECT name FROM setting").query(String.class).list();
    }

    private long token() {
        return sql.sql("SELECT token FROM run_lease").query(Long.class).single();
    }

    private LocalDateTime time(String query) {
        return sql.sql(query).query(LocalDateTime.class).single();
    }

    private long microsecondsLeft() {
        return sql.sql("SELECT TIMESTAMPDIFF(MICROSECOND, UTC_TIMESTAMP(3), expires_at) FROM run_heartbeat")
                .query(Long.class)
                .single();
    }

    /** Work on a thread of its own, outside the transaction of the test's. */
    private static final class TestThread implements AutoCloseable {

        private final AtomicReference<Throwable> failure = new AtomicReference<>();
        private final Thread thread;

        TestThread(Runnable work) {
            thread = new Thread(work);
            thread.setUncaughtExceptionHandler((dead, reason) -> failure.set(reason));
            thread.start();
        }

        Throwable failure() {
            try {
                thread.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return failure.get();
        }

        @Override
        public void close() {
            failure();
        }
    }
}
