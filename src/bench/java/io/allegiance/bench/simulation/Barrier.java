package io.allegiance.bench.simulation;

/** Goes on once all have arrived. */
final class Barrier {

    private final Runnable then;
    private int missing;

    Barrier(int parties, Runnable then) {
        this.missing = parties;
        this.then = then;
    }

    void arrive() {
        missing--;
        if (missing == 0) {
            then.run();
        }
    }
}
