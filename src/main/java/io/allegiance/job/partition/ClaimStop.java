package io.allegiance.job.partition;

import io.allegiance.job.claim.Claim;
import io.allegiance.job.step.StopRequest;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.StepInterruptionPolicy;

/** Stops work on a partition at its next chunk: when this process is to stop, the manager says so, or the claim is lost. */
record ClaimStop(StopRequest process, Claim claim) implements StepInterruptionPolicy {

    @Override
    public void checkInterrupted(StepExecution stepExecution) throws JobInterruptedException {
        if (claim.fence().isStopping() || claim.fence().isLost()) {
            stepExecution.setTerminateOnly();
            throw new JobInterruptedException("the partition was taken back");
        }
        process.checkInterrupted(stepExecution);
    }
}
