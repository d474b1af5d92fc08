package io.allegiance.job.lease;

import io.allegiance.failure.LeaseHeldException;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The holder of the lease, by its last heartbeat.
 *
 * @param owner the process and its machine
 * @param token what it writes under
 * @param takenAt since when, in UTC
 * @param expiresAt when the lease expires unless it gives another sign, by the clock of the database
 * @param microsecondsLeft until then; negative: it has expired
 * @param isGone whether it cannot be alive, however recent its last heartbeat: no other process can be using the
 *     database
 */
public record LeaseHolder(
        String owner,
        long token,
        @Nullable LocalDateTime takenAt,
        String expiresAt,
        long microsecondsLeft,
        boolean isGone) {

    /** Returns whether there was no sign of life since an earlier look. */
    boolean isSilentSince(LeaseHolder before) {
        return token == before.token && expiresAt.equals(before.expiresAt);
    }

    void requireSilentSince(LeaseHolder before) {
        if (!isSilentSince(before)) {
            throw new LeaseHeldException(
                    "another run holds the lease: " + owner + "; run the same command again when it has ended");
        }
    }
}
