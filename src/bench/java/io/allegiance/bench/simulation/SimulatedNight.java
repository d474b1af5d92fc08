package io.allegiance.bench.simulation;

import java.util.SortedMap;

/**
 * How a simulated night went.
 *
 * @param seconds of the whole night
 * @param stepSeconds of each step, in the shard that was last, by its name
 * @param serverShare the share of the time of the servers' processors that was used, 0..1
 * @param wireShare the share of the time of the servers' wires that was used, 0..1
 * @param deaths of workers
 */
public record SimulatedNight(
        double seconds, SortedMap<String, Double> stepSeconds, double serverShare, double wireShare, int deaths) {}
