package io.allegiance.bench.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** The machines of one shard. */
final class Shard {

    /** The slice of a processor's time, and of a wire's, in seconds. */
    private static final double SLICE = 0.02;

    private static final double THERE_AND_BACK = 0.0005;

    private final EventQueue events;
    private final Installation installation;
    private final SplittableRandom random;
    private final Station server;
    private final Station wire;
    private final List<WorkerThread> manager = new ArrayList<>();
    private final List<List<WorkerThread>> workers = new ArrayList<>();

    Shard(EventQueue events, Installation installation, SplittableRandom random) {
        this.events = events;
        this.installation = installation;
        this.random = random;
        this.server = new Station(events, installation.server().processors(), SLICE);
        this.wire = new Station(events, 1, SLICE);
        boolean apart = installation.manager().processors() > 0;
        Station own = apart ? new Station(events, installation.manager().processors(), SLICE) : server;
        for (int i = 0; i < installation.manager().threads(); i++) {
            manager.add(new WorkerThread(own, apart));
        }
        for (int host = 0; host < installation.workers().count(); host++) {
            Station processors = new Station(events, installation.workers().threads(), SLICE);
            workers.add(Stream.generate(() -> new WorkerThread(processors, true))
                    .limit(installation.workers().threads())
                    .toList());
        }
    }

    Station server() {
        return server;
    }

    Station wire() {
        return wire;
    }

    /** The threads of each worker host. */
    List<List<WorkerThread>> workers() {
        return workers;
    }

    int rangesOf(StepKind kind) {
        return switch (kind) {
            case SERIAL -> 1;
            case BY_RANGE -> manager.size();
            case CLAIMED -> installation.ranges();
        };
    }

    List<WorkerThread> threadsOf(StepKind kind) {
        return switch (kind) {
            case SERIAL -> manager.subList(0, 1);
            case BY_RANGE -> manager;
            case CLAIMED -> Stream.concat(manager.stream(), workers.stream().flatMap(List::stream))
                    .toList();
        };
    }

    /** The manager knows at once that there is work; a worker finds it at its next look. */
    double secondsToNextLook(WorkerThread thread) {
        return manager.contains(thread)
                ? 0
                : random.nextDouble() * installation.claims().secondsBetweenLooks();
    }

    /**
     * Processes the rows of a chunk: first what program and server do at the same time, then what each does alone, then the wait for
     * the commit. What they do on the side, in other threads, only takes their processors.
     */
    void process(WorkerThread thread, StepDemand demand, long rows, Runnable then) {
        Station own = thread.processors();
        double together = demand.together() * rows;
        double programAlone = demand.programAlone() * rows;
        double serverAlone = demand.serverAlone() * rows;
        Runnable commit = () -> events.after(demand.waiting() * rows, then);
        Runnable load = () -> send(thread, demand.bytes() * rows, () -> server.use(serverAlone, commit));
        Barrier both = new Barrier(2, () -> own.use(programAlone, load));
        own.use(together, both::arrive);
        server.use(together, both::arrive);
        own.use((demand.program() - demand.programInLine()) * rows, () -> {});
        server.use((demand.server() - demand.serverInLine()) * rows, () -> {});
    }

    private void send(WorkerThread thread, double bytes, Runnable then) {
        if (!thread.isRemote()) {
            then.run();
            return;
        }
        wire.use(bytes / installation.server().bytesPerSecond(), () -> events.after(THERE_AND_BACK, then));
    }
}
