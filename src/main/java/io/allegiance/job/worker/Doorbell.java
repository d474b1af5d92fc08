package io.allegiance.job.worker;

import java.time.Duration;
import org.springframework.stereotype.Component;

/** Wakes a worker that waits for its next look: when a thread of it is free, or somebody announced an offer. */
@Component
public final class Doorbell {

    private boolean rung;

    /** Has the worker look now; however often it is rung meanwhile, it looks once. */
    public synchronized void ring() {
        rung = true;
        notifyAll();
    }

    /** Waits until somebody rings, or some time has passed. */
    synchronized void await(Duration atMost) throws InterruptedException {
        if (!rung) {
            wait(atMost.toMillis());
        }
        rung = false;
    }
}
