package io.allegiance.job.partition;

import java.util.Map;

/**
 * Opens the work of a partition.
 *
 * @param <I> what is read
 * @param <O> what is written
 */
@FunctionalInterface
public interface PartitionWorkFactory<I, O> {

    /**
     * Opens the work of a range of customers.
     *
     * @param position empty for a new partition; what {@link PartitionWork#save} gave last for one that is carried on
     */
    PartitionWork<I, O> open(PartitionOfRun partition, Map<String, String> position);
}
