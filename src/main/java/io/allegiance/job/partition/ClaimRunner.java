package io.allegiance.job.partition;

import io.allegiance.failure.AllegianceException;
import io.allegiance.failure.CauseChain;
import io.allegiance.failure.ExitCode;
import io.allegiance.failure.RetryableException;
import io.allegiance.job.claim.Claim;
import io.allegiance.job.claim.Claims;
import io.allegiance.job.claim.HeldClaims;
import io.allegiance.job.claim.WorkerIdentity;
import io.allegiance.job.record.JobRecords;
import io.allegiance.job.step.StopRequest;
import io.allegiance.platform.LogFields;
import io.allegiance.platform.database.DatabaseFailures;
import io.allegiance.platform.database.FaultSentence;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.stereotype.Component;

/**
 * Works on a partition that this process took, and records how that ended. Only what Spring Batch has of the partition, and its
 * position in our own table, tell where it resumes: it does not matter who worked on it before.
 */
@Component
public final class ClaimRunner {

    private static final Logger LOG = LoggerFactory.getLogger(ClaimRunner.class);

    private final JobRepository jobs;
    private final Claims claims;
    private final HeldClaims held;
    private final StopRequest stop;
    private final PartitionWorkers workers;
    private final JobRecords records;

    ClaimRunner(
            JobRepository jobs,
            Claims claims,
            HeldClaims held,
            StopRequest stop,
            PartitionWorkers workers,
            JobRecords records) {
        this.jobs = jobs;
        this.claims = claims;
        this.held = held;
        this.stop = stop;
        this.workers = workers;
        this.records = records;
    }

    /** Works on a partition in a worker; a failure is recorded for the manager. Returns whether it did not fail. */
    public boolean run(Claim claim, WorkerIdentity worker) {
        ClaimOutcome outcome = run(claim, worker, null).outcome();
        return outcome != ClaimOutcome.RETRY && outcome != ClaimOutcome.FAILED;
    }

    /**
     * Works on a partition.
     *
     * @param own Spring Batch's row of the partition as this process made it; null where it is to be read from the database
     */
    Ended run(Claim claim, WorkerIdentity worker, @Nullable StepExecution own) {
        Ended[] ended = new Ended[1];
        var before = LogFields.get();
        LogFields.setClaim(worker.name(), claim.title());
        try {
            held.keep(claim, () -> claim.fence().guard(() -> ended[0] = execute(claim, own)));
        } finally {
            LogFields.set(before);
        }
        return ended[0];
    }

    /**
     * How work on a partition ended.
     *
     * @param execution Spring Batch's row of it; null where that could not be read
     * @param failure why it failed; null where it did not
     */
    record Ended(
            Claim claim,
            ClaimOutcome outcome,
            @Nullable StepExecution execution,
            @Nullable Throwable failure) {}

    private Ended execute(Claim claim, @Nullable StepExecution own) {
        StepExecution execution = own;
        try {
            execution = own == null ? reopen(claim) : own;
            if (execution.getStatus() != BatchStatus.COMPLETED) {
                workers.get(claim.step()).execute(execution, new ClaimStop(stop, claim));
            }
            return settle(claim, execution);
        } catch (RuntimeException | Error | JobInterruptedException e) {
            return fail(claim, execution, e);
        }
    }

    /** A row that another process left, in whatever state, is carried on. */
    private StepExecution reopen(Claim claim) {
        records.requireSoundAround(claim.stepExecutionId());
        StepExecution execution = jobs.getStepExecution(claim.stepExecutionId());
        if (execution == null) {
            throw new IllegalStateException("Spring Batch has no row " + claim.stepExecutionId() + " of a partition");
        }
        if (execution.getStatus() != BatchStatus.COMPLETED) {
            execution.setStatus(BatchStatus.STARTING);
            execution.setExitStatus(ExitStatus.EXECUTING);
        }
        return execution;
    }

    private Ended settle(Claim claim, StepExecution execution) {
        if (claim.fence().isLost()) {
            return new Ended(claim, ClaimOutcome.LOST, execution, null);
        }
        switch (execution.getStatus()) {
            case COMPLETED -> {
                boolean kept = claims.finish(claim.fence().claimed());
                return new Ended(claim, kept ? ClaimOutcome.DONE : ClaimOutcome.LOST, execution, null);
            }
            case STOPPED -> {
                claims.giveBack(claim.fence().claimed());
                return new Ended(claim, ClaimOutcome.STOPPED, execution, null);
            }
            default -> {
                Throwable failure = execution.getFailureExceptions().stream()
                        .findFirst()
                        .orElseGet(() -> new IllegalStateException("the partition ended " + execution.getStatus()));
                return fail(claim, execution, failure);
            }
        }
    }

    private Ended fail(Claim claim, @Nullable StepExecution execution, Throwable failure) {
        if (claim.fence().isLost()) {
            return new Ended(claim, ClaimOutcome.LOST, execution, failure);
        }
        Optional<AllegianceException> known = CauseChain.<AllegianceException>find(failure, AllegianceException.class)
                .or(() -> DatabaseFailures.find(failure));
        boolean isLast = claim.isLastAttempt() || known.isPresent() && !(known.get() instanceof RetryableException);
        int code = known.map(AllegianceException::exitCode)
                .orElse(ExitCode.INTERNAL)
                .code();
        String why = known.map(Throwable::getMessage).orElseGet(() -> FaultSentence.of(failure));
        boolean kept = claims.fail(claim.fence().claimed(), isLast, code, why);
        if (kept && !isLast) {
            LOG.warn(
                    "attempt {} at partition {} of {} failed and is repeated: {}",
                    claim.attempt(),
                    claim.partition(),
                    claim.step(),
                    why);
        }
        ClaimOutcome outcome = isLast ? ClaimOutcome.FAILED : ClaimOutcome.RETRY;
        return new Ended(claim, kept ? outcome : ClaimOutcome.LOST, execution, failure);
    }
}
