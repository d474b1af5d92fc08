package io.allegiance.job.partition;

import io.allegiance.job.claim.Claim;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.task.TaskExecutor;

/** The partitions of a step that this process works on itself, in threads of its own. */
final class LocalWork {

    private final int threads;
    private final TaskExecutor executor;
    private final Map<Integer, ClaimRunner.Ended> ended = new ConcurrentHashMap<>();
    private int running;
    private boolean changed;
    private boolean stopped;
    private @Nullable RuntimeException unrecorded;

    LocalWork(int threads, TaskExecutor executor) {
        this.threads = threads;
        this.executor = executor;
    }

    synchronized boolean hasFreeThread() {
        return running < threads;
    }

    void begin(Claim claim, Supplier<ClaimRunner.Ended> work) {
        synchronized (this) {
            running++;
        }
        executor.execute(() -> {
            try {
                end(claim, work.get());
            } catch (RuntimeException e) {
                giveUp(e);
            } finally {
                leave();
            }
        });
    }

    private synchronized void end(Claim claim, ClaimRunner.Ended how) {
        ended.put(claim.partition(), how);
        stopped |= how.outcome() == ClaimOutcome.STOPPED;
    }

    private synchronized void giveUp(RuntimeException failure) {
        unrecorded = failure;
    }

    private synchronized void leave() {
        running--;
        changed = true;
        notifyAll();
    }

    /** Returns whether a partition was stopped here, for whatever reason: the step is to stop. */
    synchronized boolean isStopped() {
        return stopped;
    }

    /** Returns whether the end of a partition could not be recorded. */
    synchronized boolean isUnrecorded() {
        return unrecorded != null;
    }

    /** Throws the failure of a partition whose end could not be recorded. */
    synchronized void requireRecorded() {
        if (unrecorded != null) {
            throw unrecorded;
        }
    }

    /** Waits until a partition ends here, or some time has passed. */
    synchronized void awaitChange(Duration atMost) throws InterruptedException {
        if (!changed) {
            wait(atMost.toMillis());
        }
        changed = false;
    }

    /** Waits until nothing is worked on here, however long that takes. */
    synchronized void awaitEnd() {
        boolean interrupted = false;
        while (running > 0) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns how the last attempt of this process at each partition ended. */
    Map<Integer, ClaimRunner.Ended> ended() {
        return Map.copyOf(ended);
    }
}
