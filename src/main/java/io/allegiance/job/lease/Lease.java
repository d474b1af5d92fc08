package io.allegiance.job.lease;

import io.allegiance.failure.LeaseHeldException;
import io.allegiance.platform.Sql;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The right to write, held by one process at a time. Each holder gets a token one higher than the last; a heartbeat keeps
 * the lease from expiring, and {@link FencedTransactionManager} lets no commit pass under an older token.
 *
 * <p>A lease whose holder was killed is taken over when it has expired, never before: {@link #acquire} waits for that,
 * and gives up at once when it sees a heartbeat, for then the holder lives.
 */
public final class Lease implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Lease.class);
    private static final Duration POLL = Duration.ofMillis(250);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Duration timeToLive;
    private final boolean soleProcess;
    private final AtomicLong token = new AtomicLong();
    private @Nullable ScheduledExecutorService heartbeat;

    /**
     * @param timeToLive how long after its last heartbeat a lease is good
     * @param soleProcess whether no other process can be using the database, so that any lease found is a dead one's
     */
    Lease(JdbcClient jdbc, TransactionTemplate transaction, Duration timeToLive, boolean soleProcess) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.timeToLive = timeToLive;
        this.soleProcess = soleProcess;
    }

    /**
     * Takes the lease, waiting for that of a killed holder to expire.
     *
     * @throws LeaseHeldException when a living process holds it; the message says which
     */
    public void acquire() {
        if (isHeld()) {
            throw new IllegalStateException("this process holds the lease already");
        }
        Optional<Holder> holder = tryToTake(null);
        if (holder.isPresent()) {
            LOG.warn(
                    "waiting up to {} s to see whether {}, which holds the lease, is still alive",
                    timeToLive.toSeconds(),
                    holder.get().owner());
        }
        while (holder.isPresent()) {
            pause();
            holder = tryToTake(holder.get());
        }
        startHeartbeat();
    }

    /** Whether this process holds the lease, as far as it knows. */
    public boolean isHeld() {
        return token.get() != 0;
    }

    /** Gets the token that this process writes under; none when it holds no lease. */
    OptionalLong findToken() {
        return isHeld() ? OptionalLong.of(token.get()) : OptionalLong.empty();
    }

    /** Takes the lease or says who has it; throws when that holder has given a sign of life since it was last seen. */
    private Optional<Holder> tryToTake(@Nullable Holder seen) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Holder holder = jdbc.sql(Sql.get("lease/lock_lease"))
                    .query((row, number) -> new Holder(row.getString("owner"), row.getLong("token"), 0))
                    .single();
            OptionalLong left = findMicrosecondsLeft();
            if (left.isPresent() && left.getAsLong() > 0 && !soleProcess) {
                Holder now = new Holder(holder.owner(), holder.token(), left.getAsLong());
                now.requireSilentSince(seen);
                return Optional.of(now);
            }
            take();
            return Optional.empty();
        }));
    }

    private OptionalLong findMicrosecondsLeft() {
        return jdbc.sql(Sql.get("lease/find_heartbeat"))
                .query((row, number) -> row.getLong("microseconds_left"))
                .optional()
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    private void take() {
        jdbc.sql(Sql.get("lease/take_lease")).param(describeThisProcess()).update();
        jdbc.sql(Sql.get("lease/begin_heartbeat")).param(timeToLive.toSeconds()).update();
        token.set(jdbc.sql(Sql.get("lease/check_token")).query(Long.class).single());
    }

    private static String describeThisProcess() {
        return "process " + ManagementFactory.getRuntimeMXBean().getName();
    }

    private void startHeartbeat() {
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "lease-heartbeat");
            thread.setDaemon(true);
            return thread;
        });
        long period = timeToLive.toMillis() / 6;
        executor.scheduleAtFixedRate(this::beat, period, period, TimeUnit.MILLISECONDS);
        heartbeat = executor;
    }

    private void beat() {
        try {
            int kept = jdbc.sql(Sql.get("lease/beat_heartbeat"))
                    .params(timeToLive.toSeconds(), token.get())
                    .update();
            if (kept == 0) {
                LOG.error("the lease was lost to another process; nothing more of this run will be written");
            }
        } catch (DataAccessException e) {
            LOG.warn(
                    "the lease's heartbeat failed and will be tried again: {}",
                    e.getClass().getSimpleName());
        }
    }

    /** Gives the lease back, so that the next run need not wait; does nothing where it is not held. */
    public void release() {
        long held = token.getAndSet(0);
        if (held == 0) {
            return;
        }
        if (heartbeat != null) {
            heartbeat.shutdownNow();
            heartbeat = null;
        }
        try {
            jdbc.sql(Sql.get("lease/end_heartbeat")).param(held).update();
        } catch (DataAccessException e) {
            LOG.warn("the lease could not be given back; it expires within {} s", timeToLive.toSeconds());
        }
    }

    @Override
    public void close() {
        release();
    }

    private static void pause() {
        try {
            Thread.sleep(POLL.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LeaseHeldException("stopped while waiting for the lease; run the same command again", e);
        }
    }

    /** Who holds the lease, and for how long yet. */
    private record Holder(String owner, long token, long microsecondsLeft) {

        void requireSilentSince(@Nullable Holder before) {
            boolean alive = before != null && (token != before.token || microsecondsLeft > before.microsecondsLeft);
            if (alive) {
                throw new LeaseHeldException(
                        "another run holds the lease: " + owner + "; run the same command again when it has ended");
            }
        }
    }
}
