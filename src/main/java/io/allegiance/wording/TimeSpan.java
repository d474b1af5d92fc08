package io.allegiance.wording;

import java.time.Duration;

/** How long something takes or took, to about two digits: {@code 45 s}, {@code 12 min}, {@code 3 h 20 min}, {@code 331 days}. */
public final class TimeSpan {

    private static final int MOST_SECONDS = 120;
    private static final int MOST_HOURS = 48;
    private static final int DAYS_WITH_HOURS = 7;

    private TimeSpan() {}

    /** Describes a span; one that is negative as if it were positive, because the words around it say which way. */
    public static String describe(Duration span) {
        Duration length = span.abs();
        if (length.toSeconds() < MOST_SECONDS) {
            return length.toSeconds() + " s";
        }
        if (length.toHours() < 1) {
            return length.toMinutes() + " min";
        }
        if (length.toHours() < MOST_HOURS) {
            return length.toHours() + " h" + rest(length.toMinutesPart(), "min");
        }
        String days = Counted.of(length.toDays(), "day");
        return length.toDays() < DAYS_WITH_HOURS ? days + rest(length.toHoursPart(), "h") : days;
    }

    private static String rest(int number, String unit) {
        return number == 0 ? "" : " " + number + " " + unit;
    }
}
