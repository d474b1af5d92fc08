package io.allegiance.job;

import io.allegiance.failure.AllegianceException;
import io.allegiance.failure.CauseChain;
import io.allegiance.failure.FailedStepException;
import io.allegiance.platform.database.DatabaseFailures;
import io.allegiance.platform.database.FaultSentence;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.step.StepExecution;

/** Why the execution of a job failed. */
final class ExecutionFailure {

    /** Partitions come before the step that they are of, which only says that one of them failed. */
    private static final Comparator<StepExecution> PARTITIONS_FIRST = Comparator.<StepExecution, Boolean>comparing(
                    step -> !isPartition(step))
            .thenComparing(StepExecution::getId);

    private ExecutionFailure() {}

    /** The first failure that has a message for a person; else a fault that says in which step or partition it occurred, and what. */
    static RuntimeException of(JobExecution execution) {
        List<Throwable> failures = execution.getAllFailureExceptions();
        return findFirst(failures, failure -> CauseChain.find(failure, AllegianceException.class))
                .or(() -> findFirst(failures, DatabaseFailures::find))
                .map(RuntimeException.class::cast)
                .or(() -> findFault(execution))
                .orElseGet(() -> fault("the job " + execution.getJobInstance().getJobName(), failures));
    }

    private static Optional<AllegianceException> findFirst(
            List<Throwable> failures, Function<Throwable, Optional<AllegianceException>> find) {
        return failures.stream()
                .flatMap(failure -> find.apply(failure).stream())
                .findFirst();
    }

    private static Optional<RuntimeException> findFault(JobExecution execution) {
        return execution.getStepExecutions().stream()
                .filter(step -> !step.getFailureExceptions().isEmpty())
                .min(PARTITIONS_FIRST)
                .map(step -> fault(
                        (isPartition(step) ? "the partition " : "the step ") + step.getStepName(),
                        step.getFailureExceptions()));
    }

    private static boolean isPartition(StepExecution step) {
        return step.getStepName().indexOf(':') >= 0;
    }

    private static RuntimeException fault(String where, List<Throwable> failures) {
        if (failures.isEmpty()) {
            return new IllegalStateException(where + " failed without an error");
        }
        Throwable failure = failures.get(0);
        if (failure instanceof FailedStepException known) {
            return known;
        }
        return new FailedStepException(where + " failed: " + FaultSentence.of(failure), failure);
    }
}
