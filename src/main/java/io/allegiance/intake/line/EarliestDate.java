package io.allegiance.intake.line;

import java.time.LocalDate;

/**
 * The first date that a line may have. 1970-01-01 is never one: a time that was not set is written so, whatever the zone.
 *
 * @param date the first date, in the configured zone
 */
public record EarliestDate(LocalDate date) {

    /** What holds unless another one is configured; no shop of today has lines before it. */
    public static final EarliestDate USUAL = new EarliestDate(LocalDate.of(1990, 1, 1));

    /** Returns the date unless it is refused. */
    public LocalDate require(Column column, LocalDate given) throws RejectedLineException {
        if (given.equals(LocalDate.EPOCH)) {
            throw refused(column, " is on 1970-01-01, as a time that was not set is written");
        }
        if (given.isBefore(date)) {
            throw refused(column, " lies before " + date + ", the date of allegiance.intake.earliest-date");
        }
        return given;
    }

    private static RejectedLineException refused(Column column, String why) {
        return new RejectedLineException(RejectionReason.TIME_OUT_OF_RANGE, column.title() + why);
    }
}
