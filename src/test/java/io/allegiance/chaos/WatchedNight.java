package io.allegiance.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.concurrent.locks.LockSupport;

/** A night as a process, watched closely enough to tell in which stage it is. */
final class WatchedNight implements AutoCloseable {

    private static final long LOOK_NANOS = 1_000_000;

    private final Program.Running process;
    private final StagePace pace;
    private Stage stage = Stage.BEFORE_THE_FIRST_STEP;
    private long entered = System.nanoTime();
    private long seen;

    private WatchedNight(Program.Running process, StagePace pace) {
        this.process = process;
        this.pace = pace;
    }

    static WatchedNight start(Program program, StagePace pace, String... command) {
        Program telling = program.with(Stage.TOLD.getKey(), Stage.TOLD.getValue());
        return new WatchedNight(telling.start(command), pace);
    }

    Program.Running process() {
        return process;
    }

    /** Returns when a kill is due, or when the process has ended before. */
    void await(Kill kill) {
        while (stage.compareTo(kill.stage()) < 0 && process.process().isAlive()) {
            look();
        }
        long due = entered + (long) (kill.fraction() * pace.get(kill.stage()));
        while (System.nanoTime() < due && process.process().isAlive()) {
            LockSupport.parkNanos(Math.min(LOOK_NANOS, due - System.nanoTime()));
        }
    }

    /** Waits for the end and learns how long each stage took. */
    Program.End awaitEnd() {
        while (process.process().isAlive()) {
            look();
        }
        pace.addDuration(stage, System.nanoTime() - entered);
        return process.awaitEnd();
    }

    /** Where the process got to, whatever became of it. */
    Stage reached() {
        return Stage.of(process.said());
    }

    private void look() {
        LockSupport.parkNanos(LOOK_NANOS);
        long now = System.nanoTime();
        Stage next = hasSaidMore() ? reached() : stage;
        if (next != stage) {
            pace.addDuration(stage, now - entered);
            stage = next;
            entered = now;
        }
    }

    private boolean hasSaidMore() {
        try {
            long size = Files.size(process.err());
            boolean more = size > seen;
            seen = size;
            return more;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
