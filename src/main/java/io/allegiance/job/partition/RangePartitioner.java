package io.allegiance.job.partition;

import io.allegiance.intake.CustomerRange;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/** Describes ranges of customers to Spring Batch by plain values. */
final class RangePartitioner implements Partitioner {

    private static final String NUMBER = "range.number";
    private static final String FROM = "range.from";
    private static final String TO = "range.to";

    private final IntFunction<List<CustomerRange>> cut;

    RangePartitioner(IntFunction<List<CustomerRange>> cut) {
        this.cut = cut;
    }

    @Override
    public Map<String, ExecutionContext> partition(int gridSize) {
        Map<String, ExecutionContext> contexts = new HashMap<>();
        for (CustomerRange range : cut.apply(gridSize)) {
            contexts.put("partition" + range.number(), describe(range));
        }
        return contexts;
    }

    private static ExecutionContext describe(CustomerRange range) {
        ExecutionContext context = new ExecutionContext();
        context.putInt(NUMBER, range.number());
        context.putString(FROM, range.from());
        if (range.to() != null) {
            context.putString(TO, range.to());
        }
        return context;
    }

    static CustomerRange toRange(ExecutionContext context) {
        @Nullable String to = context.containsKey(TO) ? context.getString(TO) : null;
        return new CustomerRange(context.getInt(NUMBER), context.getString(FROM), to);
    }
}
