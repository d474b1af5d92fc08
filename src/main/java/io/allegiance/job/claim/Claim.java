package io.allegiance.job.claim;

import io.allegiance.job.lease.ClaimFence;

/**
 * A partition that this process took, and works on.
 *
 * @param stepExecutionId Spring Batch's row of the partition
 * @param attempt which attempt at it this is, from 1
 * @param fence what its commits depend on
 */
public record Claim(long stepExecutionId, int attempt, ClaimFence fence) {

    /** Returns the run. */
    public long runId() {
        return fence.claimed().runId();
    }

    /** Returns the step. */
    public String step() {
        return fence.claimed().step();
    }

    /** Returns the number of the partition. */
    public int partition() {
        return fence.claimed().partition();
    }

    /** Returns whether nobody has worked on the partition under this offer before. */
    public boolean isFirst() {
        return fence.claimed().number() == 1;
    }

    /** Returns whether nobody may try the partition again after this. */
    public boolean isLastAttempt() {
        return attempt >= Offer.MOST_ATTEMPTS;
    }

    /** Returns what logs call it, such as {@code scoreCustomers:7#2}: step, partition, number of the claim. */
    public String title() {
        return step() + ":" + partition() + "#" + fence.claimed().number();
    }
}
