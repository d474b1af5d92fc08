package io.allegiance.intake.quarantine;

import io.allegiance.intake.line.RejectionReason;

/**
 * The number of quarantined lines of one reason.
 *
 * @param ofFiles lines that {@code import} refused
 * @param ofSource lines of {@code source_transaction} that a run refused; those without ids count once
 */
public record QuarantineCount(RejectionReason reason, long ofFiles, long ofSource) {

    /** All of them. */
    public long lines() {
        return ofFiles + ofSource;
    }
}
