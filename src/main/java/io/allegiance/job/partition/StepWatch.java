package io.allegiance.job.partition;

import io.allegiance.job.claim.ClaimTally;
import io.allegiance.job.claim.Claims;
import io.allegiance.job.lease.Lease;
import io.allegiance.job.partition.ManagedPartitions.OfferedStep;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Watches the partitions of a step until all are at their end, and has free threads work on them. It asks with one small
 * statement; a question that fails is asked again, for as long as a lease lives.
 */
final class StepWatch {

    private static final Logger LOG = LoggerFactory.getLogger(StepWatch.class);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration LOOK_AT_STOPPING = Duration.ofMillis(50);
    private static final Duration STOPPING = Duration.ofSeconds(15);

    private final ManagedPartitions manager;
    private final OfferedStep step;
    private final LocalWork local;
    private final Duration patience;
    private long answered = System.nanoTime();

    StepWatch(ManagedPartitions manager, OfferedStep step, LocalWork local, Duration patience) {
        this.manager = manager;
        this.step = step;
        this.local = local;
        this.patience = patience;
    }

    void run() {
        try {
            boolean over = false;
            while (!over && !local.isUnrecorded()) {
                if (manager.isStopRequested() || local.isStopped()) {
                    stop();
                    over = true;
                } else {
                    over = lookPatiently();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopAtOnce();
        }
    }

    private boolean lookPatiently() throws InterruptedException {
        try {
            boolean over = look();
            answered = System.nanoTime();
            return over;
        } catch (DataAccessException | CannotCreateTransactionException e) {
            if (System.nanoTime() - answered > patience.toNanos()) {
                throw e;
            }
            LOG.warn(
                    "asking after the partitions of {} failed and will be tried again: {}",
                    step.name(),
                    e.getClass().getSimpleName());
            local.awaitChange(LOOK);
            return false;
        }
    }

    private boolean look() throws InterruptedException {
        ClaimTally tally = tally();
        if (tally.isOver()) {
            return true;
        }
        if (tally.open() == 0 || !manager.begin(step, local)) {
            local.awaitChange(LOOK);
        }
        return false;
    }

    private ClaimTally tally() {
        ClaimTally tally = claims().tally(step.runId(), step.name(), step.token());
        if (tally.token() != step.token()) {
            throw Lease.lost();
        }
        return tally;
    }

    /** Whoever works on a partition ends with its chunk; who does not, loses the partition. */
    private void stop() throws InterruptedException {
        claims().askToStop(step.runId(), step.name(), step.token());
        long begun = System.nanoTime();
        while (tally().held() > 0 && System.nanoTime() - begun < STOPPING.toNanos()) {
            local.awaitChange(LOOK_AT_STOPPING);
        }
        stopAtOnce();
    }

    private void stopAtOnce() {
        local.awaitEnd();
        claims().withdraw(step.runId(), step.name(), step.token());
    }

    private Claims claims() {
        return manager.claims();
    }
}
