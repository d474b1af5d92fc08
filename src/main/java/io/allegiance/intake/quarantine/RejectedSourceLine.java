package io.allegiance.intake.quarantine;

import java.time.LocalDate;

/**
 * A line of {@code source_transaction} that the last run that read its day refused.
 *
 * @param from {@code source_transaction}
 * @param transactionId empty where the line has none
 * @param lineKey its line key, as the view has it
 * @param runId the run that refused it
 */
public record RejectedSourceLine(
        String from, LocalDate businessDate, String transactionId, String lineKey, String reason, long runId) {}
