package io.allegiance.bench.simulation;

import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Something that serves several at once and lets others wait: the processors of a host, or a wire. Who is served gives way after a
 * slice of time, so that all who want it get about equal shares.
 */
final class Station {

    private final EventQueue events;
    private final int servers;
    private final double slice;
    private final Queue<Job> waiting = new ArrayDeque<>();
    private int busy;
    private double busySeconds;

    private record Job(double seconds, Runnable then) {}

    /**
     * @param servers how many are served at once, 1 or more
     * @param slice seconds, above 0
     */
    Station(EventQueue events, int servers, double slice) {
        if (servers < 1 || !(slice > 0)) {
            throw new IllegalArgumentException(
                    "a station needs 1 server or more and a slice above 0; were %d and %s".formatted(servers, slice));
        }
        this.events = events;
        this.servers = servers;
        this.slice = slice;
    }

    /** Uses one of the servers for this many seconds in all, and then goes on. */
    void use(double seconds, Runnable then) {
        waiting.add(new Job(seconds, then));
        serve();
    }

    /** The seconds that its servers were in use, all together. */
    double busySeconds() {
        return busySeconds;
    }

    int servers() {
        return servers;
    }

    private void serve() {
        while (busy < servers && !waiting.isEmpty()) {
            Job job = waiting.remove();
            double part = Math.min(slice, job.seconds());
            busy++;
            busySeconds += part;
            events.after(part, () -> leave(job, part));
        }
    }

    private void leave(Job job, double part) {
        busy--;
        double left = job.seconds() - part;
        if (left > 0) {
            waiting.add(new Job(left, job.then()));
            serve();
        } else {
            serve();
            job.then().run();
        }
    }
}
