package io.allegiance.bench.simulation;

import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;

/**
 * The clock of a simulation: what happens next, in the order of its time, and of its scheduling where two times are equal. So a
 * simulation is the same at each run.
 */
final class EventQueue {

    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private double now;
    private long scheduled;

    private record Event(double time, long number, Runnable action) implements Comparable<Event> {

        @Override
        public int compareTo(Event other) {
            int byTime = Double.compare(time, other.time);
            return byTime != 0 ? byTime : Long.compare(number, other.number);
        }
    }

    /** The seconds since the beginning. */
    double now() {
        return now;
    }

    /** Schedules an action, this many seconds from now, 0 or more. */
    void after(double seconds, Runnable action) {
        if (!(seconds >= 0)) {
            throw new IllegalArgumentException("an event must come in 0 seconds or more; was " + seconds);
        }
        events.add(new Event(now + seconds, scheduled++, action));
    }

    /**
     * Lets things happen until it is done.
     *
     * @throws IllegalStateException when nothing can happen any more before it is
     */
    void runUntil(BooleanSupplier done) {
        while (!done.getAsBoolean()) {
            Event next = events.poll();
            if (next == null) {
                throw new IllegalStateException("the simulation came to a halt after " + now + " seconds");
            }
            now = next.time();
            next.action().run();
        }
    }
}
