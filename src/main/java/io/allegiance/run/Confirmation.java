package io.allegiance.run;

import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * The confirmation of an unusual day, as a run has it.
 *
 * @param runId the run
 * @param date the business date that was confirmed: the run's own, or an earlier one whose confirmation covers the run
 * @param decision who confirmed it, and why
 * @param at when, in UTC
 */
public record Confirmation(long runId, LocalDate date, Decision decision, LocalDateTime at) {}
