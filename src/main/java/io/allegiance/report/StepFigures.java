package io.allegiance.report;

import io.allegiance.run.RunSteps.Execution;
import io.allegiance.run.StepExecutions;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The steps of a night, each with its partitions and its attempts put together. */
final class StepFigures {

    private static final long MILLIS = 1000;

    private StepFigures() {}

    /** Computes the figures of the steps that started, from the executions of a run in the order in which they were created. */
    static List<RunReport.Step> of(List<Execution> executions) {
        List<StepExecutions> steps = StepExecutions.group(
                executions.stream().filter(Execution::hasStarted).toList());
        LocalDateTime first = steps.stream()
                .flatMap(step -> step.findStart().stream())
                .min(LocalDateTime::compareTo)
                .orElse(LocalDateTime.MIN);
        return steps.stream()
                .flatMap(step -> step.findStart().map(start -> toStep(step, start, first)).stream())
                .toList();
    }

    private static RunReport.Step toStep(StepExecutions step, LocalDateTime started, LocalDateTime first) {
        Long took = step.hasEnded() ? step.took().toMillis() : null;
        boolean hasItems = step.partitions() > 0;
        Long read = hasItems ? step.read() : null;
        return new RunReport.Step(
                step.name(),
                step.partitions(),
                started,
                Duration.between(first, started).toMillis(),
                took,
                read,
                hasItems ? step.written() : null,
                rate(read, took, step));
    }

    /** Unknown where an attempt was killed: what it read is counted, and how long it took is not. */
    private static @Nullable Long rate(@Nullable Long read, @Nullable Long took, StepExecutions step) {
        return took == null || took == 0 || read == null || read == 0 || step.lacksEnd() ? null : read * MILLIS / took;
    }
}
