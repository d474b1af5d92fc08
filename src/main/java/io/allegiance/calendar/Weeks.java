package io.allegiance.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** The unit of the purchase models' time: a week of seven days, in fractions. */
public final class Weeks {

    private static final double DAYS_PER_WEEK = 7.0;

    private Weeks() {}

    /**
     * The weeks from one date to another: days / 7, negative when {@code to} is before {@code from}.
     *
     * @return exact whole days over seven, so equal spans give equal bits
     */
    public static double between(LocalDate from, LocalDate to) {
        return ofDays(ChronoUnit.DAYS.between(from, to));
    }

    /** The weeks that a number of days makes: days / 7. */
    public static double ofDays(long days) {
        return days / DAYS_PER_WEEK;
    }
}
