package io.allegiance.job.claim;

import io.allegiance.job.lease.HolderConnections;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes partitions: those that are offered, and those whose holder fell silent, after its connections were ended. */
@Component
public final class ClaimTaker {

    private static final Logger LOG = LoggerFactory.getLogger(ClaimTaker.class);
    private static final int FAILED_FOR_GOOD = 70;

    private final Claims claims;
    private final HolderConnections connections;

    ClaimTaker(Claims claims, HolderConnections connections) {
        this.claims = claims;
        this.connections = connections;
    }

    /** Finds a partition that may be taken. */
    public Optional<Offer> findOpen() {
        return claims.findOpen();
    }

    /**
     * Takes a partition.
     *
     * @return empty where another process was faster, or the partition fails because too many attempts at it came to nothing
     */
    public Optional<Claim> take(Offer offer, WorkerIdentity worker) {
        if (!offer.isAbandoned()) {
            return claims.take(offer, worker);
        }
        connections.end(offer.holder());
        Optional<Claim> claim = claims.take(offer, worker);
        claim.ifPresent(taken -> LOG.warn(
                "took over partition {} of {}, whose holder gave no sign of life", offer.partition(), offer.step()));
        if (offer.isUsedUp()) {
            claim.ifPresent(taken -> claims.fail(
                    taken.fence().claimed(),
                    true,
                    FAILED_FOR_GOOD,
                    "each of " + offer.attempts() + " processes that worked on it fell silent"));
            return Optional.empty();
        }
        return claim;
    }
}
