package io.allegiance.job.lease;

import io.allegiance.failure.LeaseHeldException;
import io.allegiance.platform.sql.Sql;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The right to write, held by one process at a time. Each holder gets a token one higher than the last; a heartbeat
 * keeps the lease from expiring, and {@link FencedTransactionManager} lets no commit pass under an older token.
 *
 * <p>A lease whose holder was killed or frozen is taken over when it has expired, never before: {@link #acquire} waits
 * for that, and gives up as soon as it sees a heartbeat, because the holder is alive.
 */
public final class Lease implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Lease.class);
    private static final Duration POLL = Duration.ofMillis(250);

    /** How often taking the lease may be rolled back by the server as a deadlock victim. */
    private static final int HINDRANCES = 5;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final HolderConnections connections;
    private final Duration timeToLive;
    private final boolean soleProcess;
    private final AtomicLong token = new AtomicLong();
    private @Nullable ScheduledExecutorService heartbeat;

    /**
     * @param timeToLive how long after its last heartbeat a lease is good
     * @param soleProcess whether no other process can be using the database, so that any lease found is a dead one's
     */
    Lease(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            HolderConnections connections,
            Duration timeToLive,
            boolean soleProcess) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.connections = connections;
        this.timeToLive = timeToLive;
        this.soleProcess = soleProcess;
    }

    /**
     * Takes the lease; waits until the lease of a killed holder expires.
     *
     * @throws LeaseHeldException when a live process holds it; the message names it
     */
    public void acquire() {
        if (isHeld()) {
            throw new IllegalStateException("this process holds the lease already");
        }
        long first = System.nanoTime();
        int hindrances = 0;
        Optional<LeaseHolder> seen = Optional.empty();
        while (!isHeld()) {
            Optional<LeaseHolder> holder = findHolder();
            if (seen.isEmpty()) {
                seen = holder;
                logWaiting(holder);
            } else if (holder.isPresent()) {
                holder.get().requireSilentSince(seen.get());
            }
            try {
                if (holder.isEmpty() || isDead(holder.get(), first)) {
                    takeFrom(holder);
                } else {
                    pause();
                }
            } catch (PessimisticLockingFailureException e) {
                if (++hindrances == HINDRANCES) {
                    throw e;
                }
            }
        }
        startHeartbeat();
    }

    /**
     * Does work under the lease, and gives it back however the work ends.
     *
     * @throws LeaseHeldException when a living process holds it
     */
    public <T> T hold(Supplier<T> work) {
        acquire();
        try {
            return work.get();
        } catch (RuntimeException e) {
            throw SwitchedServer.explain(e);
        } finally {
            release();
        }
    }

    private void logWaiting(Optional<LeaseHolder> holder) {
        holder.filter(found -> found.microsecondsLeft() > 0 && !found.isGone())
                .ifPresent(found -> LOG.warn(
                        "waiting up to {} s to see whether {}, which holds the lease, is still alive",
                        timeToLive.toSeconds(),
                        found.owner()));
    }

    /**
     * Returns whether a holder's lease has expired by the clock of the database; or, for that clock may have been set
     * back since, by ours: it has given no sign of life for as long as we have watched it.
     */
    private boolean isDead(LeaseHolder holder, long watchedSince) {
        return holder.isGone()
                || holder.microsecondsLeft() <= 0
                || System.nanoTime() - watchedSince > timeToLive.toNanos();
    }

    /** Returns whether this process holds the lease, as far as it knows. */
    public boolean isHeld() {
        return token.get() != 0;
    }

    /**
     * Returns whether another process has taken over the lease of this one; false where the database does not answer.
     */
    public boolean isLost() {
        try {
            return isHeld()
                    && jdbc.sql(Sql.get("job/lease/find_token"))
                                    .query(Long.class)
                                    .single()
                            != token.get();
        } catch (DataAccessException e) {
            return false;
        }
    }

    /** Returns the failure of a process whose lease was taken over. */
    public static LeaseHeldException lost() {
        return new LeaseHeldException(
                "the lease was lost to another run, which carries on; nothing more was written by this one");
    }

    /** Returns the token that this process writes under; none when it holds no lease. */
    public OptionalLong findToken() {
        return isHeld() ? OptionalLong.of(token.get()) : OptionalLong.empty();
    }

    /** Finds the holder of the lease, alive or dead; empty where it was released. */
    public Optional<LeaseHolder> findHolder() {
        return jdbc.sql(Sql.get("job/lease/find_heartbeat"))
                .query((row, number) -> new LeaseHolder(
                        row.getString("owner"),
                        row.getLong("token"),
                        row.getObject("taken_at", LocalDateTime.class),
                        row.getString("expires_at"),
                        row.getLong("microseconds_left"),
                        soleProcess && row.getLong("token") != token.get()))
                .optional();
    }

    /**
     * Takes the lease unless another process was faster. Ends the open connections of a dead holder, whose locks would
     * block this one, and those of workers that hold partitions of it.
     */
    private void takeFrom(Optional<LeaseHolder> dead) {
        dead.ifPresent(holder -> connections.end(Long.toString(holder.token())));
        connections.endWorkers();
        transaction.executeWithoutResult(status -> {
            jdbc.sql(Sql.get("job/lease/lock_lease")).query(Long.class).single();
            boolean unchanged = findHolder()
                    .map(now -> dead.isPresent() && now.isSilentSince(dead.get()))
                    .orElse(true);
            if (unchanged) {
                take();
            }
        });
    }

    private void take() {
        jdbc.sql(Sql.get("job/lease/take_lease")).param(describeThisProcess()).update();
        jdbc.sql(Sql.get("job/lease/insert_heartbeat"))
                .param(timeToLive.toSeconds())
                .update();
        token.set(jdbc.sql(Sql.get("job/lease/check_token")).query(Long.class).single());
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
        executor.scheduleAtFixedRate(this::renewHeartbeat, period, period, TimeUnit.MILLISECONDS);
        heartbeat = executor;
    }

    private void renewHeartbeat() {
        try {
            int kept = jdbc.sql(Sql.get("job/lease/update_heartbeat"))
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
            jdbc.sql(Sql.get("job/lease/delete_heartbeat")).param(held).update();
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
}
