package io.allegiance.job.worker;

import io.allegiance.platform.LogFields;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads of a worker. They are daemons: a chunk that does not end keeps no process alive. */
final class WorkerThreads {

    private final int count;
    private final Semaphore free;
    private final Doorbell doorbell;
    private final ExecutorService executor;

    WorkerThreads(int count, Doorbell doorbell) {
        this.count = count;
        this.free = new Semaphore(count);
        this.doorbell = doorbell;
        AtomicInteger number = new AtomicInteger();
        this.executor = Executors.newFixedThreadPool(count, task -> {
            Thread thread = new Thread(task, "partition-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    boolean hasFree() {
        return free.availablePermits() > 0;
    }

    /** Begins work; a thread must be free. */
    void begin(Runnable work) {
        free.acquireUninterruptibly();
        executor.execute(LogFields.carry(() -> {
            try {
                work.run();
            } finally {
                free.release();
                doorbell.ring();
            }
        }));
    }

    /** Waits until nothing is worked on; returns false where that took too long. */
    boolean awaitEnd(Duration atMost) throws InterruptedException {
        executor.shutdown();
        return free.tryAcquire(count, atMost.toMillis(), TimeUnit.MILLISECONDS);
    }
}
