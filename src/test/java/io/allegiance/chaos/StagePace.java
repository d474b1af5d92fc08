package io.allegiance.chaos;

import java.util.EnumMap;
import java.util.Map;

/** How long the stages of nights take, learned from the nights that went through them. */
final class StagePace {

    private static final class Mean {
        private long nanos;
        private int nights;
    }

    private final Map<Stage, Mean> known = new EnumMap<>(Stage.class);

    /** Learns from one night. */
    void addDuration(Stage stage, long nanos) {
        Mean mean = known.computeIfAbsent(stage, any -> new Mean());
        mean.nanos += nanos;
        mean.nights++;
    }

    /** Gets the mean time of a stage, in nanoseconds; 0 for one that was too short to be seen. */
    long get(Stage stage) {
        Mean mean = known.get(stage);
        return mean == null ? 0 : mean.nanos / mean.nights;
    }
}
