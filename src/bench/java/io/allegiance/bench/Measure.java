package io.allegiance.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One way of doing something, timed once or several times over the same rows.
 */
final class Measure {

    private static final double NANOS = 1e9;

    private final List<Double> seconds = new ArrayList<>();
    private long rows;

    /** What is timed. */
    @FunctionalInterface
    interface Work {

        /** Does it and gives the number of rows. */
        long run() throws Exception;
    }

    /** Times work; its parts are added up by {@link #addPart}. */
    void time(Work work) throws Exception {
        long begin = System.nanoTime();
        long done = work.run();
        add(done, (System.nanoTime() - begin) / NANOS);
    }

    /** Times a part of the one round that there is. */
    void addPart(Work work) throws Exception {
        long begin = System.nanoTime();
        long done = work.run();
        double took = (System.nanoTime() - begin) / NANOS;
        rows += done;
        if (seconds.isEmpty()) {
            seconds.add(took);
        } else {
            seconds.set(0, seconds.get(0) + took);
        }
    }

    /** Adds a round that was timed elsewhere. */
    void add(long done, double took) {
        rows = done;
        seconds.add(took);
    }

    long rows() {
        return rows;
    }

    /** The median of the rounds. */
    double seconds() {
        List<Double> sorted = new ArrayList<>(seconds);
        Collections.sort(sorted);
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    double rowsPerSecond() {
        return rows / seconds();
    }
}
