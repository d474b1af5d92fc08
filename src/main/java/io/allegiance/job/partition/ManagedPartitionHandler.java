package io.allegiance.job.partition;

import java.util.Set;
import org.springframework.batch.core.partition.support.AbstractPartitionHandler;
import org.springframework.batch.core.step.StepExecution;

/** What Spring Batch hands the partitions of a step to. */
final class ManagedPartitionHandler extends AbstractPartitionHandler {

    private final ManagedPartitions partitions;

    ManagedPartitionHandler(ManagedPartitions partitions) {
        this.partitions = partitions;
    }

    @Override
    protected Set<StepExecution> doHandle(
            StepExecution managerStepExecution, Set<StepExecution> partitionStepExecutions) {
        return partitions.run(managerStepExecution, partitionStepExecutions);
    }
}
