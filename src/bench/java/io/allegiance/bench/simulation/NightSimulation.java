package io.allegiance.bench.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A night on an installation: the steps in their order, in each shard on its own; the thresholds of all shards are merged before any
 * of them goes on from setThresholds, and none publishes before all have audited. Equal arguments give equal nights.
 */
public final class NightSimulation {

    /** Customers of a transaction, or of a larger part of a night that would take too many of them to simulate. */
    private static final long CHUNK = 20_000;

    private static final long MOST_CHUNKS = 4_000;

    /** What a shard sends of each customer to be merged: its spend. Days and levels are counted, and small. */
    private static final double MERGED_BYTES = 8;

    private static final double HOUR = 3_600;

    private final EventQueue events = new EventQueue();
    private final Installation installation;
    private final List<StepDemand> steps;
    private final long rows;
    private final long chunk;
    private final SplittableRandom random;
    private final List<Shard> shards = new ArrayList<>();
    private final List<@Nullable StepSimulation> underWay = new ArrayList<>();
    private final SortedMap<String, Double> stepSeconds = new TreeMap<>();
    private final Barrier merged;
    private final Barrier audited;
    private int finished;
    private int deaths;

    private NightSimulation(Installation installation, List<StepDemand> steps, long customers, long seed) {
        this.installation = installation;
        this.steps = steps;
        this.rows = customers / installation.shards();
        this.chunk = Math.max(CHUNK, rows / MOST_CHUNKS);
        this.random = new SplittableRandom(seed);
        int count = installation.shards();
        this.merged = new Barrier(count, () -> goOnFrom("setThresholds", mergeSeconds()));
        this.audited = new Barrier(count, () -> goOnFrom("auditScores", 0));
        for (int i = 0; i < count; i++) {
            shards.add(new Shard(events, installation, random.split()));
            underWay.add(null);
        }
    }

    /** Runs a night of that many customers. */
    public static SimulatedNight run(Installation installation, List<StepDemand> steps, long customers, long seed) {
        return new NightSimulation(installation, steps, customers, seed).run();
    }

    private SimulatedNight run() {
        for (int shard = 0; shard < shards.size(); shard++) {
            begin(shard, 0);
            scheduleDeaths(shard);
        }
        events.runUntil(() -> finished == shards.size());
        double seconds = events.now();
        return new SimulatedNight(
                seconds,
                stepSeconds,
                share(shards.stream().map(Shard::server).toList(), seconds),
                share(shards.stream().map(Shard::wire).toList(), seconds),
                deaths);
    }

    private static double share(List<Station> stations, double seconds) {
        double busy = stations.stream().mapToDouble(Station::busySeconds).sum();
        return busy / (seconds * stations.stream().mapToInt(Station::servers).sum());
    }

    private void begin(int shard, int number) {
        if (number == steps.size()) {
            finished++;
            return;
        }
        StepDemand step = steps.get(number);
        double begin = events.now();
        StepSimulation simulation = new StepSimulation(events, shards.get(shard), step, rows, chunk, () -> {
            stepSeconds.merge(step.name(), events.now() - begin, Math::max);
            end(shard, number);
        });
        underWay.set(shard, simulation);
        simulation.start();
    }

    private void end(int shard, int number) {
        String step = steps.get(number).name();
        if (installation.shards() > 1 && step.equals("setThresholds")) {
            merged.arrive();
        } else if (installation.shards() > 1 && step.equals("auditScores")) {
            audited.arrive();
        } else {
            begin(shard, number + 1);
        }
    }

    private void goOnFrom(String step, double seconds) {
        int number = steps.stream().map(StepDemand::name).toList().indexOf(step);
        events.after(seconds, () -> {
            for (int shard = 0; shard < shards.size(); shard++) {
                begin(shard, number + 1);
            }
        });
    }

    /** All shards send to one place. */
    private double mergeSeconds() {
        return MERGED_BYTES * rows * shards.size() / installation.server().bytesPerSecond();
    }

    private void scheduleDeaths(int shard) {
        if (installation.workers().deathsPerHour() > 0) {
            shards.get(shard).workers().forEach(host -> scheduleDeath(shard, host));
        }
    }

    private void scheduleDeath(int shard, List<WorkerThread> host) {
        double mean = HOUR / installation.workers().deathsPerHour();
        events.after(-mean * Math.log(1 - random.nextDouble()), () -> {
            deaths++;
            host.forEach(WorkerThread::die);
            StepSimulation step = underWay.get(shard);
            if (step != null) {
                step.died(host, installation.claims().secondsToLive());
            }
            events.after(installation.claims().secondsToRestart(), () -> revive(shard, host));
        });
    }

    private void revive(int shard, List<WorkerThread> host) {
        host.forEach(WorkerThread::revive);
        StepSimulation step = underWay.get(shard);
        if (step != null) {
            host.forEach(step::revived);
        }
        scheduleDeath(shard, host);
    }
}
