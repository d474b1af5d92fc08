package io.allegiance.settings;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of how the program works, which change no score ({@code allegiance.*}, in {@code jobs/nightly.yaml}). Where a class needs one
 * of them alone, it reads it by its name.
 *
 * @param jobs path of the folder of the job files; what they say comes before what the jar says
 * @param partitions ranges of customers that this process works on at once, 1 or more; about the number of cores
 * @param ranges ranges of customers that a step is cut into, 0 for as many as are worked on at once; with workers several for each of
 *     their threads
 * @param lease the lease of a run
 * @param streams how rows are read
 * @param database how the database is reached
 */
@ConfigurationProperties("allegiance")
public record MachineSettings(
        @DefaultValue("jobs") String jobs,
        @DefaultValue("2") int partitions,
        @DefaultValue("0") int ranges,
        @DefaultValue LeaseSettings lease,
        @DefaultValue StreamSettings streams,
        @DefaultValue DatabaseSettings database) {

    private static final int MOST_RANGES = 10_000;

    public MachineSettings {
        if (partitions < 1) {
            throw new IllegalArgumentException("allegiance.partitions must be 1 or more; was " + partitions);
        }
        if (ranges < 0 || ranges > MOST_RANGES) {
            throw new IllegalArgumentException("allegiance.ranges must be 0 to " + MOST_RANGES + "; was " + ranges);
        }
    }

    /** Returns how many ranges a step is cut into. */
    public int rangesOrPartitions() {
        return ranges == 0 ? partitions : ranges;
    }

    /**
     * The lease of a run.
     *
     * @param timeToLive how long after its last heartbeat a run counts as dead, 1 s or more
     */
    public record LeaseSettings(@DefaultValue("30s") Duration timeToLive) {

        public LeaseSettings {
            if (timeToLive.toSeconds() < 1) {
                throw new IllegalArgumentException(
                        "allegiance.lease.time-to-live must be 1 s or more; was " + timeToLive.toMillis() + " ms");
            }
        }
    }

    /**
     * How rows are read.
     *
     * @param plainJdbc whether they are read through JDBC alone instead of through internals of Connector/J; slower, with the same
     *     scores
     */
    public record StreamSettings(@DefaultValue("false") boolean plainJdbc) {}

    /**
     * How the database is reached.
     *
     * @param allowUnverified whether a server elsewhere need not prove with a certificate who it is, where the address says so
     */
    public record DatabaseSettings(@DefaultValue("false") boolean allowUnverified) {}
}
