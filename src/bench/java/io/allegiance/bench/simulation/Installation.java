package io.allegiance.bench.simulation;

/**
 * What a night runs on. Every shard has a server, a manager and workers of its own.
 *
 * @param shards databases that the customers are spread over evenly, 1 or more
 * @param workers of each shard
 * @param ranges how many claims a step is cut into in each shard
 */
public record Installation(
        String name, int shards, Server server, Manager manager, Workers workers, int ranges, Claims claims) {

    /** Ten gigabits a second. */
    private static final double WIRE = 10e9 / 8;

    /**
     * A database server.
     *
     * @param processors of its host
     * @param bytesPerSecond over its wire, in both directions together
     */
    public record Server(int processors, double bytesPerSecond) {}

    /**
     * The program that was started with {@code nightly}.
     *
     * @param threads that process ranges
     * @param processors of its own host; 0 where it runs on that of the server
     */
    public record Manager(int threads, int processors) {}

    /**
     * Hosts that only claim ranges.
     *
     * @param count of hosts, 0 or more
     * @param threads on each, and processors of each
     * @param deathsPerHour of each; a host that died is back after {@link Claims#secondsToRestart}
     */
    public record Workers(int count, int threads, double deathsPerHour) {

        public static final Workers NONE = new Workers(0, 0, 0);
    }

    /**
     * How ranges are claimed.
     *
     * @param secondsBetweenLooks of a worker without work
     * @param secondsToLive of a claim whose holder died
     * @param secondsToRestart of a worker
     */
    public record Claims(double secondsBetweenLooks, double secondsToLive, double secondsToRestart) {

        public static final Claims USUAL = new Claims(1, 30, 60);
    }

    public Installation {
        if (shards < 1 || ranges < 1 || server.processors() < 1 || manager.threads() < 1 || workers.count() < 0) {
            throw new IllegalArgumentException("an installation needs a shard, a processor, a thread and a range: " + name);
        }
    }

    /** As nights are measured: server and program on one host, and nobody else. */
    public static Installation alone(int processors, int threads) {
        return new Installation(
                "server and manager on one host, %d processors, %d partition%s"
                        .formatted(processors, threads, threads == 1 ? "" : "s"),
                1,
                new Server(processors, WIRE),
                new Manager(threads, 0),
                Workers.NONE,
                threads,
                Claims.USUAL);
    }

    /** A server with workers on hosts of their own, each with as many threads as processors. */
    public static Installation withWorkers(int serverProcessors, int managerThreads, Workers workers) {
        int threads = managerThreads + workers.count() * workers.threads();
        return new Installation(
                "the same with %d worker host%s of %d threads%s"
                        .formatted(
                                workers.count(),
                                workers.count() == 1 ? "" : "s",
                                workers.threads(),
                                workers.deathsPerHour() > 0
                                        ? ", each killed %.0f times an hour".formatted(workers.deathsPerHour())
                                        : ""),
                1,
                new Server(serverProcessors, WIRE),
                new Manager(managerThreads, 0),
                workers,
                4 * threads,
                Claims.USUAL);
    }

    /** The same in each of several shards. */
    public Installation inShards(int number) {
        return new Installation(
                "%d shards, each: %s".formatted(number, name), number, server, manager, workers, ranges, claims);
    }
}
