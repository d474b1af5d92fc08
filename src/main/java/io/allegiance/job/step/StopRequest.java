package io.allegiance.job.step;

import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.StepInterruptionPolicy;
import org.springframework.stereotype.Component;

/**
 * Whether the run is to stop at its next chunk. It marks the step before it throws: Spring Batch 6.0.4 otherwise takes
 * an interrupted chunk-oriented step for a completed one, with part of its data.
 */
@Component
public final class StopRequest implements StepInterruptionPolicy {

    private final AtomicBoolean requested = new AtomicBoolean();

    /** Asks every step to stop once its chunk is committed. */
    public void request() {
        requested.set(true);
    }

    /** Returns whether a stop was requested. */
    public boolean isRequested() {
        return requested.get();
    }

    @Override
    public void checkInterrupted(StepExecution stepExecution) throws JobInterruptedException {
        if (requested.get() || Thread.currentThread().isInterrupted()) {
            stepExecution.setTerminateOnly();
            throw new JobInterruptedException("stopped on request");
        }
    }
}
