package io.allegiance.run;

import java.time.LocalDate;

/**
 * The program that a run is computed with, and its settings of lines.
 *
 * @param buildId the build of the program: equal for equal jars
 * @param zone the configured zone
 * @param reportingCurrency ISO 4217 code
 * @param earliestDate the first date that a line may have
 */
public record RunProgram(String buildId, String zone, String reportingCurrency, LocalDate earliestDate) {}
