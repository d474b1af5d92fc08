package io.allegiance.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.LongSupplier;

/** One way of doing something, timed once or several times over the same rows. */
final class Measure {

    private static final double NANOS = 1e9;

    private final List<Double> seconds = new ArrayList<>();
    private long rows;

    /** Times a round; the work gives its number of rows. */
    void time(LongSupplier work) {
        long begin = System.nanoTime();
        long done = work.getAsLong();
        addSample(done, (System.nanoTime() - begin) / NANOS);
    }

    /** Adds a round that was timed elsewhere. */
    void addSample(long done, double took) {
        rows = done;
        seconds.add(took);
    }

    /** Puts parts, each of them timed as a round of its own, together to the one round that they are. */
    static Measure sum(List<Measure> parts) {
        Measure sum = new Measure();
        sum.addSample(
                parts.stream().mapToLong(Measure::rows).sum(),
                parts.stream().mapToDouble(Measure::seconds).sum());
        return sum;
    }

    boolean isMeasured() {
        return !seconds.isEmpty();
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
