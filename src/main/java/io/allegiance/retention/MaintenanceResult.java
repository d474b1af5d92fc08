package io.allegiance.retention;

/**
 * The result of a maintenance, or of its preview.
 *
 * @param slots slots emptied
 * @param runs runs deleted, with all that was on record of them
 * @param batchExecutions executions deleted of Spring Batch's record, with their steps
 * @param segmentChanges rows deleted from the beginning of the feed
 * @param reports dates whose report was deleted on this machine
 */
public record MaintenanceResult(int slots, int runs, int batchExecutions, long segmentChanges, int reports) {

    /** Returns whether nothing is emptied or deleted. */
    boolean isNothing() {
        return slots == 0 && runs == 0 && batchExecutions == 0 && segmentChanges == 0 && reports == 0;
    }
}
