package io.allegiance.job.claim;

import io.allegiance.job.lease.ClaimFence;
import java.lang.management.ManagementFactory;
import org.jspecify.annotations.Nullable;

/**
 * Who takes partitions.
 *
 * @param id the number of a worker; null for the manager
 * @param name the process and its machine
 */
public record WorkerIdentity(@Nullable Long id, String name) {

    /** The manager in this process. */
    public static final WorkerIdentity MANAGER = new WorkerIdentity(null, describeThisProcess());

    /** Describes this process and its machine. */
    public static String describeThisProcess() {
        return "process " + ManagementFactory.getRuntimeMXBean().getName();
    }

    /** Returns how connections of a holder under a lease are named. */
    String holder(long token) {
        return nameHolder(id, token);
    }

    static String nameHolder(@Nullable Long workerId, long token) {
        return workerId == null ? Long.toString(token) : ClaimFence.worker(workerId);
    }
}
