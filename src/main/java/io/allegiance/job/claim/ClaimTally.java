package io.allegiance.job.claim;

/**
 * The partitions of a step that are not at their end.
 *
 * @param token of the present lease
 * @param open partitions that may be taken
 * @param held partitions that somebody works on, those included whose holder is silent
 */
public record ClaimTally(long token, int open, int held) {

    /** Returns whether nothing is left to do or to wait for. */
    public boolean isOver() {
        return open == 0 && held == 0;
    }
}
