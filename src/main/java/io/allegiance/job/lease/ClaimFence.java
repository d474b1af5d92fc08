package io.allegiance.job.lease;

import org.jspecify.annotations.Nullable;

/**
 * What the commits of one thread depend on while it works on a partition that it claimed: the token of the lease, and the
 * number of the claim. {@link FencedTransactionManager} reads both just before each commit of the thread, in the transaction
 * itself; where either has changed, another process works on the partition, and the commit is refused.
 */
public final class ClaimFence {

    private static final ThreadLocal<@Nullable ClaimFence> CURRENT = new ThreadLocal<>();

    private final Claimed claimed;
    private final String holder;
    private volatile boolean stopping;
    private volatile boolean lost;

    /**
     * @param claimed what the thread works on
     * @param holder who works on it, as connections are named: the token of a manager's lease, or {@link #worker}
     */
    public ClaimFence(Claimed claimed, String holder) {
        this.claimed = claimed;
        this.holder = holder;
    }

    /**
     * A partition that a process took.
     *
     * @param token of the lease under which it was offered
     * @param number of the claim, which grows each time the partition is taken
     */
    public record Claimed(long runId, String step, int partition, long token, long number) {}

    /** Returns the name that connections of a worker have. */
    public static String worker(long workerId) {
        return "w" + workerId;
    }

    /** Does work whose commits in this thread pass this fence. */
    public void guard(Runnable work) {
        CURRENT.set(this);
        try {
            work.run();
        } finally {
            CURRENT.remove();
        }
    }

    /** Returns the fence of this thread; null where it has none of its own. */
    static @Nullable ClaimFence current() {
        return CURRENT.get();
    }

    /** Returns what the thread works on. */
    public Claimed claimed() {
        return claimed;
    }

    String holder() {
        return holder;
    }

    /** Takes note of what the database has of the claim; null where it is not this process's any more. */
    void see(@Nullable String state) {
        if (state == null || !(state.equals("TAKEN") || state.equals("STOPPING"))) {
            lose();
            throw new ClaimLostException();
        }
        stopping |= state.equals("STOPPING");
    }

    /** Takes note that the claim is another process's by now. */
    public void lose() {
        lost = true;
    }

    /** Returns whether the claim is another process's by now, as far as this one knows: nothing more of it will be written. */
    public boolean isLost() {
        return lost;
    }

    /** Returns whether the manager asked whoever works on the partition to stop. */
    public boolean isStopping() {
        return stopping;
    }
}
