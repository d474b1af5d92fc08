package io.allegiance.job.partition;

import io.allegiance.failure.AttentionException;
import io.allegiance.failure.ExitCode;
import io.allegiance.failure.FailedStepException;
import io.allegiance.failure.RetryableException;
import io.allegiance.job.claim.ClaimLine;
import io.allegiance.job.claim.Claims;
import io.allegiance.job.claim.Offer;
import io.allegiance.job.partition.ManagedPartitions.OfferedStep;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;

/**
 * Collects Spring Batch's rows of the partitions once all are at their end, whoever worked on them, and says why those failed
 * that did. Rows without an end are given one, so that a restart finds nothing that seems to run.
 */
final class StepEnd {

    private final JobRepository jobs;
    private final OfferedStep step;
    private final Map<Integer, ClaimRunner.Ended> local;
    private final Map<Integer, ClaimLine> lines;

    StepEnd(JobRepository jobs, Claims claims, OfferedStep step, Map<Integer, ClaimRunner.Ended> local) {
        this.jobs = jobs;
        this.step = step;
        this.local = local;
        this.lines = claims.list(step.runId()).stream()
                .filter(line -> line.step().equals(step.name()))
                .collect(Collectors.toMap(ClaimLine::partition, Function.identity()));
    }

    Set<StepExecution> collect() {
        return step.executions().keySet().stream().map(this::collect).collect(Collectors.toSet());
    }

    private StepExecution collect(int partition) {
        ClaimRunner.Ended here = local.get(partition);
        ClaimLine line = lines.get(partition);
        if (here != null && here.outcome() == ClaimOutcome.DONE && here.execution() != null) {
            return here.execution();
        }
        StepExecution own = Objects.requireNonNull(step.executions().get(partition));
        StepExecution last = Objects.requireNonNull(jobs.getStepExecution(own.getId()));
        if (line != null && line.isFailed()) {
            own.addFailureException(explain(own, line, here));
            close(last, BatchStatus.FAILED);
        } else if (last.getStatus().isRunning() || last.getStatus() == BatchStatus.UNKNOWN) {
            close(last, BatchStatus.STOPPED);
        }
        return last;
    }

    private void close(StepExecution execution, BatchStatus status) {
        execution.setStatus(status);
        execution.setExitStatus(status == BatchStatus.FAILED ? ExitStatus.FAILED : ExitStatus.STOPPED);
        jobs.update(execution);
    }

    /** The failure of this process, or one made of what a worker recorded; one that was repeated says so. */
    private static Throwable explain(StepExecution own, ClaimLine line, ClaimRunner.@Nullable Ended here) {
        Throwable failure = here == null || here.outcome() != ClaimOutcome.FAILED ? null : here.failure();
        boolean isRepeated = line.attempts() >= Offer.MOST_ATTEMPTS;
        if (failure != null && !isRepeated) {
            return failure;
        }
        String how = isRepeated ? " failed in each of " + line.attempts() + " attempts" : " failed";
        String by = failure == null ? " (" + line.worker() + ")" : "";
        String why = "partition " + line.partition() + " of " + line.step() + how + by + ": " + line.failure();
        ExitCode code = ExitCode.of(Objects.requireNonNullElse(line.failureCode(), ExitCode.INTERNAL.code()));
        return switch (code) {
            case RETRYABLE -> new RetryableException(why, failure);
            case INTERNAL -> failure != null ? failure : internal(own, line, by);
            default -> failure != null ? failure : new AttentionException(why);
        };
    }

    private static Throwable internal(StepExecution own, ClaimLine line, String by) {
        String why = "the partition " + own.getStepName() + " failed" + by + ": " + line.failure();
        return new FailedStepException(why, new IllegalStateException(why));
    }
}
