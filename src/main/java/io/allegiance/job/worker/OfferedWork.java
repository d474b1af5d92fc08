package io.allegiance.job.worker;

import io.allegiance.job.claim.Claim;
import io.allegiance.job.claim.ClaimTaker;
import io.allegiance.job.claim.Claims;
import io.allegiance.job.claim.HeldClaims;
import io.allegiance.job.claim.Offer;
import io.allegiance.job.claim.WorkerIdentity;
import io.allegiance.job.partition.ClaimRunner;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes what is offered, works on it in the threads of a worker, and gives back what is not done when the worker stops. */
@Component
final class OfferedWork {

    private static final Logger LOG = LoggerFactory.getLogger(OfferedWork.class);

    /** A chunk that takes longer is given up. */
    private static final Duration CHUNK = Duration.ofSeconds(7);

    /** After a failure, so that a host on which everything fails does not use up all attempts. */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final ClaimTaker taker;
    private final Claims claims;
    private final HeldClaims held;
    private final ClaimRunner runner;
    private final SameProgram same;
    private volatile long pausedUntil = System.nanoTime();

    OfferedWork(ClaimTaker taker, Claims claims, HeldClaims held, ClaimRunner runner, SameProgram same) {
        this.taker = taker;
        this.claims = claims;
        this.held = held;
        this.runner = runner;
        this.same = same;
    }

    String buildId() {
        return same.buildId();
    }

    /** Begins to work on one partition, where one is offered and a thread is free; returns whether there was one. */
    boolean takeOne(WorkerIdentity self, WorkerThreads threads) {
        if (!threads.hasFree() || System.nanoTime() - pausedUntil < 0) {
            return false;
        }
        Optional<Offer> offer = taker.findOpen();
        if (offer.isEmpty()) {
            return false;
        }
        same.require(offer.get());
        taker.take(offer.get(), self).ifPresent(claim -> threads.begin(() -> work(claim, self)));
        return true;
    }

    private void work(Claim claim, WorkerIdentity self) {
        try {
            if (!runner.run(claim, self)) {
                pausedUntil = System.nanoTime() + PAUSE.toNanos();
            }
        } catch (RuntimeException e) {
            LOG.warn(
                    "the end of partition {} of {} could not be recorded, and is found out by whoever takes it over: {}",
                    claim.partition(),
                    claim.step(),
                    e.getClass().getSimpleName());
        }
    }

    /** Waits for the chunks under way, and takes nothing more; what is still worked on then is given back. */
    void giveBack(WorkerThreads threads) throws InterruptedException {
        if (!threads.awaitEnd(CHUNK)) {
            held.list().forEach(claim -> claims.giveBack(claim.fence().claimed()));
        }
    }
}
