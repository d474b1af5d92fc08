package io.allegiance.run;

import io.allegiance.run.RunSteps.Execution;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All executions of one step of a run: its attempts, and the partitions of each.
 *
 * @param name the step
 * @param all its executions and those of its partitions, in the order in which they were created; at least one
 */
public record StepExecutions(String name, List<Execution> all) {

    public StepExecutions {
        all = List.copyOf(all);
    }

    /** Groups the executions of a run by step, in the order in which the steps were first created. */
    public static List<StepExecutions> group(List<Execution> executions) {
        return executions.stream()
                .collect(Collectors.groupingBy(Execution::step, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(step -> new StepExecutions(step.getKey(), step.getValue()))
                .toList();
    }

    /** Finds the time when the step first started; empty before it starts. */
    public Optional<LocalDateTime> findStart() {
        return Optional.ofNullable(all.get(0).startedAt());
    }

    /** Returns whether the last attempt has ended. */
    public boolean hasEnded() {
        return attempts()
                .reduce((first, second) -> second)
                .map(Execution::hasEnded)
                .orElse(false);
    }

    /** Returns whether an attempt, or a partition of it, has no end on record: it runs, or it was killed. */
    public boolean lacksEnd() {
        return !all.stream().allMatch(Execution::hasEnded);
    }

    /** The status of the last attempt, as Spring Batch has it; empty where only partitions are on record. */
    String status() {
        return attempts()
                .reduce((first, second) -> second)
                .map(Execution::status)
                .orElse("");
    }

    /** The status of the last execution of each partition, by name. */
    private Map<String, String> partitionStatuses() {
        return partitionExecutions()
                .collect(Collectors.toMap(Execution::name, Execution::status, (first, last) -> last));
    }

    /** The number of partitions; 0 for a step in one piece. */
    public int partitions() {
        return partitionStatuses().size();
    }

    /** The number of partitions whose last execution has a status. */
    int partitions(String status) {
        return (int)
                partitionStatuses().values().stream().filter(status::equals).count();
    }

    /** Items read by all executions. */
    public long read() {
        return sum(Execution::read);
    }

    /** Items written by all executions. */
    public long written() {
        return sum(Execution::written);
    }

    /**
     * Of the partitions alone where there are some: Spring Batch adds up their counts in the row of their step at its
     * end.
     */
    private long sum(ToLongFunction<Execution> count) {
        return (partitions() > 0 ? partitionExecutions() : attempts())
                .mapToLong(count)
                .sum();
    }

    /**
     * How long the step took: the sum over its attempts. An attempt took as long as its own execution, or as long as
     * the longest of its partitions if that is more: the execution of a step that runs or was killed says less than its
     * partitions.
     */
    public Duration took() {
        List<Duration> attempts = new ArrayList<>();
        for (Execution execution : all) {
            int last = attempts.size() - 1;
            if (execution.isPartition() && last >= 0) {
                attempts.set(last, max(attempts.get(last), execution.took()));
            } else {
                attempts.add(execution.took());
            }
        }
        return attempts.stream().reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private Stream<Execution> attempts() {
        return all.stream().filter(execution -> !execution.isPartition());
    }

    private Stream<Execution> partitionExecutions() {
        return all.stream().filter(Execution::isPartition);
    }
}
