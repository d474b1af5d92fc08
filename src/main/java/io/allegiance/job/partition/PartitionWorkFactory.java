package io.allegiance.job.partition;

import java.util.Map;

/**
 * Opens the work of a partition.
 *
 * @param <T> a result
 */
@FunctionalInterface
public interface PartitionWorkFactory<T> {

    /**
     * Opens the work of a range of customers.
     *
     * @param position empty for a new partition; what {@link PartitionWork#save} gave last for one that is carried on
     */
    PartitionWork<T> open(PartitionOfRun partition, Map<String, String> position);
}
