package io.allegiance.platform.embedded;

import io.allegiance.failure.StoppedException;

/** Waiting that ends with the program's own failure when the thread is asked to stop. */
final class Pause {

    private Pause() {}

    static void millis(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoppedException("stopped while waiting for the embedded database", e);
        }
    }
}
