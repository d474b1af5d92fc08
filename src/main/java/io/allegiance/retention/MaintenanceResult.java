package io.allegiance.retention;

/**
 * The result of a maintenance, or of its preview.
 *
 * @param slots slots emptied
 * @param runs runs deleted, with all that was on record of them
 * @param batchExecutions executions deleted of Spring Batch's record, with their steps
 * @param segmentChanges rows deleted from the beginning of the feed
 */
public record MaintenanceResult(int slots, int runs, int batchExecutions, long segmentChanges) {}
