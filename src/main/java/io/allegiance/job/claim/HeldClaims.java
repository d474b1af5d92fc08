package io.allegiance.job.claim;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** The claims that this process holds, and their heartbeat. */
@Component
public final class HeldClaims implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HeldClaims.class);
    private static final int BEATS_IN_A_LIFE = 6;

    private final Claims claims;
    private final long periodMillis;
    private final Set<Claim> held = ConcurrentHashMap.newKeySet();
    private final ScheduledThreadPoolExecutor heartbeat;

    HeldClaims(Claims claims, @Value("${allegiance.lease.time-to-live}") Duration timeToLive) {
        this.claims = claims;
        this.periodMillis = timeToLive.toMillis() / BEATS_IN_A_LIFE;
        this.heartbeat = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "claim-heartbeat");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Keeps a claim from expiring while work is done. */
    public void keep(Claim claim, Runnable work) {
        held.add(claim);
        beat();
        try {
            work.run();
        } finally {
            held.remove(claim);
        }
    }

    /** Returns the claims that this process holds now. */
    public Set<Claim> list() {
        return Set.copyOf(held);
    }

    private synchronized void beat() {
        if (heartbeat.getTaskCount() == 0) {
            ScheduledExecutorService executor = heartbeat;
            var unused =
                    executor.scheduleAtFixedRate(this::renewAll, periodMillis, periodMillis, TimeUnit.MILLISECONDS);
        }
    }

    private void renewAll() {
        held.forEach(this::renew);
    }

    private void renew(Claim claim) {
        try {
            if (!claims.renew(claim.fence().claimed()) && held.contains(claim)) {
                claim.fence().lose();
            }
        } catch (DataAccessException e) {
            LOG.warn(
                    "the heartbeat of partition {} of {} failed and will be tried again: {}",
                    claim.partition(),
                    claim.step(),
                    e.getClass().getSimpleName());
        }
    }

    @Override
    public void close() {
        heartbeat.shutdownNow();
    }
}
