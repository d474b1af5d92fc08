package io.allegiance.job.claim;

/**
 * A partition that may be taken.
 *
 * @param runId the run
 * @param step the step
 * @param partition the number of the partition
 * @param token of the lease under which it is offered
 * @param stepExecutionId Spring Batch's row of the partition
 * @param claimNumber of the last claim; 0 before the first
 * @param attempts how often it was taken
 * @param holder how the connections of a holder are named that gave no sign for too long; empty where it was given back
 */
public record Offer(
        long runId,
        String step,
        int partition,
        long token,
        long stepExecutionId,
        long claimNumber,
        int attempts,
        String holder) {

    /** How often a partition is tried before its step fails. */
    public static final int MOST_ATTEMPTS = 4;

    /** Returns whether somebody took it and fell silent. */
    public boolean isAbandoned() {
        return !holder.isEmpty();
    }

    /** Returns whether nobody may try it again. */
    boolean isUsedUp() {
        return attempts >= MOST_ATTEMPTS;
    }
}
