package io.allegiance.job.partition;

import io.allegiance.customer.CustomerRange;
import java.time.LocalDate;

/**
 * Which part of which run a worker has: plain values only.
 *
 * @param runId the run
 * @param businessDate the run's date
 * @param range the customers of the partition
 */
public record PartitionOfRun(long runId, LocalDate businessDate, CustomerRange range) {}
