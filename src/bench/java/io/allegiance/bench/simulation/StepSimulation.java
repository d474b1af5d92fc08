package io.allegiance.bench.simulation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A step of a night in one shard: its ranges wait to be claimed, each thread works at one range chunk by chunk, and a range whose thread
 * died is claimed again once its claim has expired, behind its last commit.
 */
final class StepSimulation {

    private final EventQueue events;
    private final Shard shard;
    private final StepDemand demand;
    private final long chunk;
    private final Runnable then;
    private final Deque<Range> open = new ArrayDeque<>();
    private final Map<WorkerThread, Range> claimed = new HashMap<>();
    private int unfinished;

    /** Customers of a range that are left to do. */
    private static final class Range {

        private long left;

        private Range(long customers) {
            left = customers;
        }
    }

    /**
     * @param rows customers of the shard
     * @param chunk customers of a transaction
     * @param then what happens at its end
     */
    StepSimulation(EventQueue events, Shard shard, StepDemand demand, long rows, long chunk, Runnable then) {
        this.events = events;
        this.shard = shard;
        this.demand = demand;
        this.chunk = chunk;
        this.then = then;
        long ranges = shard.rangesOf(demand.kind());
        for (long range = 0; range < ranges; range++) {
            open.add(new Range(rows * (range + 1) / ranges - rows * range / ranges));
        }
        unfinished = open.size();
    }

    void start() {
        events.after(demand.fixed(), () -> {
            for (WorkerThread thread : shard.threadsOf(demand.kind())) {
                events.after(shard.secondsToNextLook(thread), () -> claim(thread));
            }
        });
    }

    private void claim(WorkerThread thread) {
        if (!thread.isAlive() || claimed.containsKey(thread) || unfinished == 0) {
            return;
        }
        @Nullable Range next = open.poll();
        if (next == null) {
            return;
        }
        claimed.put(thread, next);
        work(thread, next);
    }

    private void work(WorkerThread thread, Range range) {
        int life = thread.life();
        long rows = Math.min(chunk, range.left);
        shard.process(thread, demand, rows, () -> {
            if (thread.life() == life) {
                commit(thread, range, rows);
            }
        });
    }

    private void commit(WorkerThread thread, Range range, long rows) {
        range.left -= rows;
        if (range.left > 0) {
            work(thread, range);
            return;
        }
        claimed.remove(thread);
        unfinished--;
        if (unfinished == 0) {
            then.run();
        } else {
            claim(thread);
        }
    }

    /** Threads of a host died: whoever looks after their claims expired takes their ranges over. */
    void died(List<WorkerThread> threads, double secondsToLive) {
        for (WorkerThread thread : threads) {
            @Nullable Range range = claimed.remove(thread);
            if (range != null) {
                events.after(secondsToLive, () -> offer(range));
            }
        }
    }

    /** A thread is there again. */
    void revived(WorkerThread thread) {
        if (demand.kind() == StepKind.CLAIMED) {
            claim(thread);
        }
    }

    private void offer(Range range) {
        open.addFirst(range);
        for (WorkerThread thread : shard.threadsOf(demand.kind())) {
            events.after(shard.secondsToNextLook(thread), () -> claim(thread));
        }
    }
}
