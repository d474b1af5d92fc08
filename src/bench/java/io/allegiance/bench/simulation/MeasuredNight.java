package io.allegiance.bench.simulation;

import java.util.List;

/**
 * A night that was measured, the manager beside the server and nobody else.
 *
 * @param customers of the shop
 * @param partitions threads of the program
 * @param seconds from its begin to its end, the start of the program left out
 * @param steps in their order
 */
public record MeasuredNight(int customers, int partitions, double seconds, List<Step> steps) {

    /**
     * A step of it.
     *
     * @param seconds from its begin to its end
     * @param programSeconds of a processor that the program took
     * @param serverSeconds of a processor that the database server took
     * @param bytes between program and server
     */
    public record Step(String name, double seconds, double programSeconds, double serverSeconds, double bytes) {}

    public MeasuredNight {
        steps = List.copyOf(steps);
    }

    /** The step of that name; one that took no time where the night has none. */
    Step step(String name) {
        return steps.stream()
                .filter(step -> step.name().equals(name))
                .findFirst()
                .orElseGet(() -> new Step(name, 0, 0, 0, 0));
    }

    /** The seconds between and around the steps. */
    double between() {
        return Math.max(0, seconds - steps.stream().mapToDouble(Step::seconds).sum());
    }
}
