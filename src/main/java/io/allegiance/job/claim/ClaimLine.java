package io.allegiance.job.claim;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What became of an offered partition; times in UTC.
 *
 * @param step the step
 * @param partition its number
 * @param state OFFERED, TAKEN, STOPPING, DONE, FAILED or WITHDRAWN
 * @param attempts how often it was taken
 * @param worker the process and machine that took it last; null where nobody did
 * @param takenAt when; null where nobody did
 * @param failureCode the exit code of its last failure; null without one
 * @param failure its last failure; null without one
 */
public record ClaimLine(
        String step,
        int partition,
        String state,
        int attempts,
        @Nullable String worker,
        @Nullable LocalDateTime takenAt,
        @Nullable Integer failureCode,
        @Nullable String failure) {

    /** Returns whether somebody works on it. */
    public boolean isHeld() {
        return state.equals("TAKEN") || state.equals("STOPPING");
    }

    /** Returns whether it failed as often as it may. */
    public boolean isFailed() {
        return state.equals("FAILED");
    }
}
