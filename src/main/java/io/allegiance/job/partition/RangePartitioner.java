package io.allegiance.job.partition;

import io.allegiance.customer.CustomerRange;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/**
 * Tells Spring Batch which partitions there are, by name alone. Their ranges stay in our own table: Spring Batch makes
 * a partition's step in one transaction and gives it its context in the next, and a process killed between the two
 * would leave a partition that no restart knows the range of.
 */
final class RangePartitioner implements Partitioner {

    private static final String NAME = "partition";

    private final IntFunction<List<CustomerRange>> cut;

    RangePartitioner(IntFunction<List<CustomerRange>> cut) {
        this.cut = cut;
    }

    @Override
    public Map<String, ExecutionContext> partition(int gridSize) {
        return cut.apply(gridSize).stream()
                .map(range -> NAME + range.number())
                .collect(Collectors.toMap(Function.identity(), name -> new ExecutionContext()));
    }

    /** Returns the number of the partition that a step works on; Spring Batch names it {@code step:partition}. */
    static int numberOf(StepExecution step) {
        String name = step.getStepName();
        return Integer.parseInt(name.substring(name.lastIndexOf(NAME) + NAME.length()));
    }
}
