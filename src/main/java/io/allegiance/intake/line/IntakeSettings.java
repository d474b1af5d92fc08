package io.allegiance.intake.line;

import java.time.ZoneId;

/**
 * Settings that the first line that landed fixed.
 *
 * @param zone the zone of {@code occurred_at}; times with an offset are converted to it
 * @param reportingCurrency ISO 4217 code; lines in it are stored without a currency
 * @param lateDays how many days before its date a night looks for late lines; not fixed
 * @param earliestDate the first date that a line may have; not fixed
 */
public record IntakeSettings(ZoneId zone, String reportingCurrency, int lateDays, EarliestDate earliestDate) {

    private static final int USUAL_LATE_DAYS = 35;

    public IntakeSettings(ZoneId zone, String reportingCurrency) {
        this(zone, reportingCurrency, EarliestDate.USUAL);
    }

    public IntakeSettings(ZoneId zone, String reportingCurrency, EarliestDate earliestDate) {
        this(zone, reportingCurrency, USUAL_LATE_DAYS, earliestDate);
    }
}
