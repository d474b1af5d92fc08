package io.allegiance.report;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The steps of a night, each with its partitions and its attempts put together. */
final class StepFigures {

    private static final long MILLIS = 1000;
    private static final String PARTITION = ":";

    private StepFigures() {}

    static List<RunReport.Step> of(List<RunRecords.Execution> executions) {
        Map<String, List<RunRecords.Execution>> steps = new LinkedHashMap<>();
        for (RunRecords.Execution execution : executions) {
            steps.computeIfAbsent(stepOf(execution.name()), name -> new ArrayList<>())
                    .add(execution);
        }
        LocalDateTime first = executions.stream()
                .map(RunRecords.Execution::startedAt)
                .min(LocalDateTime::compareTo)
                .orElse(LocalDateTime.MIN);
        return steps.entrySet().stream()
                .map(step -> toStep(step.getKey(), step.getValue(), first))
                .toList();
    }

    private static String stepOf(String execution) {
        int colon = execution.indexOf(PARTITION);
        return colon < 0 ? execution : execution.substring(0, colon);
    }

    private static RunReport.Step toStep(String name, List<RunRecords.Execution> executions, LocalDateTime first) {
        LocalDateTime started = executions.get(0).startedAt();
        List<RunRecords.Execution> partitions = executions.stream()
                .filter(each -> each.name().contains(PARTITION))
                .toList();
        Long took = took(name, executions);
        Long read = sum(partitions, RunRecords.Execution::read);
        return new RunReport.Step(
                name,
                (int) partitions.stream()
                        .map(RunRecords.Execution::name)
                        .distinct()
                        .count(),
                started,
                Duration.between(first, started).toMillis(),
                took,
                read,
                sum(partitions, RunRecords.Execution::written),
                rate(read, took, executions));
    }

    /** Unknown where an attempt was cut off: what it read is counted, and how long it took is not. */
    private static @Nullable Long rate(
            @Nullable Long read, @Nullable Long took, List<RunRecords.Execution> executions) {
        boolean cutOff = executions.stream().anyMatch(each -> each.tookMillis() == null);
        return took == null || took == 0 || read == null || read == 0 || cutOff ? null : read * MILLIS / took;
    }

    /** Of the partitions alone: their step has the same items once more. */
    private static @Nullable Long sum(
            List<RunRecords.Execution> partitions, ToLongFunction<RunRecords.Execution> count) {
        return partitions.isEmpty()
                ? null
                : partitions.stream().mapToLong(count).sum();
    }

    /** Of the step itself: its partitions run within that time. Nobody knows how long an attempt took that was cut off. */
    private static @Nullable Long took(String name, List<RunRecords.Execution> executions) {
        List<RunRecords.Execution> attempts =
                executions.stream().filter(each -> each.name().equals(name)).toList();
        if (attempts.isEmpty() || attempts.get(attempts.size() - 1).tookMillis() == null) {
            return null;
        }
        return attempts.stream()
                .flatMap(attempt -> Optional.ofNullable(attempt.tookMillis()).stream())
                .mapToLong(Long::longValue)
                .sum();
    }
}
