package io.allegiance.run;

import io.allegiance.run.RunSteps.Execution;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;

/**
 * The state of one step of a run, all its executions together.
 *
 * @param name the step
 * @param status of its last execution, as Spring Batch has it
 * @param partitions number of partitions; 0 for a step in one piece
 * @param partitionsComplete those that have nothing left to do
 * @param read items read by all executions
 * @param written items written by all executions
 * @param seconds how long it took so far, see {@link StepExecutions#took}; rounded to 4 decimals
 */
public record StepState(
        String name, String status, int partitions, int partitionsComplete, long read, long written, double seconds) {

    private static final String COMPLETED = "COMPLETED";
    private static final int NANO_DIGITS = 9;
    private static final int DIGITS = 4;

    /** Returns whether it has nothing left to do. */
    public boolean isComplete() {
        return status.equals(COMPLETED);
    }

    /** Computes the states of a run's steps from their executions, in the order in which the steps first began. */
    public static List<StepState> of(List<Execution> executions) {
        return StepExecutions.group(executions).stream().map(StepState::of).toList();
    }

    private static StepState of(StepExecutions step) {
        return new StepState(
                step.name(),
                step.status(),
                step.partitions(),
                step.partitions(COMPLETED),
                step.read(),
                step.written(),
                seconds(step.took()));
    }

    private static double seconds(Duration took) {
        return BigDecimal.valueOf(took.toNanos(), NANO_DIGITS)
                .setScale(DIGITS, RoundingMode.HALF_UP)
                .doubleValue();
    }
}
