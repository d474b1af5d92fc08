package io.allegiance.quarantine;

import io.allegiance.intake.RejectionReason;

/**
 * How many lines wait for one reason.
 *
 * @param ofFiles lines that {@code import} refused
 * @param ofSource lines of {@code source_transaction} that a run refused; those without ids count once
 */
public record WaitingCount(RejectionReason reason, long ofFiles, long ofSource) {

    /** All of them. */
    public long lines() {
        return ofFiles + ofSource;
    }
}
