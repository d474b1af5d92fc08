package io.allegiance.bench.simulation;

/** A thread that processes ranges, on the host of the server or on another one. */
final class WorkerThread {

    private final Station processors;
    private final boolean remote;
    private boolean alive = true;
    private int life;

    /**
     * @param processors of its host
     * @param remote whether it speaks to the server over the wire
     */
    WorkerThread(Station processors, boolean remote) {
        this.processors = processors;
        this.remote = remote;
    }

    Station processors() {
        return processors;
    }

    boolean isRemote() {
        return remote;
    }

    boolean isAlive() {
        return alive;
    }

    /** Which life it is in: what an earlier one began comes to nothing. */
    int life() {
        return life;
    }

    void die() {
        alive = false;
        life++;
    }

    void revive() {
        alive = true;
    }
}
