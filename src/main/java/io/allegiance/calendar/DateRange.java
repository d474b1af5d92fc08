package io.allegiance.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The dates from one to another, both inclusive. Ranges are ordered by their first and then by their last date.
 *
 * @param from the first date
 * @param to the last date, not before the first
 */
public record DateRange(LocalDate from, LocalDate to) implements Comparable<DateRange> {

    private static final String BETWEEN = "..";
    private static final String DATE = "\\s*([0-9]{4}-[0-9]{2}-[0-9]{2})\\s*";
    private static final Pattern FORM = Pattern.compile(DATE + "(?:\\.\\." + DATE + ")?");

    private static final Comparator<DateRange> ORDER =
            Comparator.comparing(DateRange::from).thenComparing(DateRange::to);

    public DateRange {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(
                    "a range of dates begins with the earlier one; was " + from + BETWEEN + to);
        }
    }

    /**
     * Reads {@code 2024-03-16..2024-05-31}, or one date such as {@code 2024-12-25}. Spring Boot finds this method by its
     * name and reads settings with it.
     *
     * @throws IllegalArgumentException when the text is neither; the message is meant for the person who typed it
     */
    public static DateRange of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "a range of dates is written such as 2024-03-16..2024-05-31, and one date"
                            + " such as 2024-12-25; was '" + text + "'");
        }
        LocalDate from = BusinessDate.parse(form.group(1));
        return form.group(2) == null ? ofDay(from) : new DateRange(from, BusinessDate.parse(form.group(2)));
    }

    /** The range of a single date. */
    public static DateRange ofDay(LocalDate date) {
        return new DateRange(date, date);
    }

    /** The number of its days, 1 or more. */
    public int days() {
        return Math.toIntExact(ChronoUnit.DAYS.between(from, to) + 1);
    }

    /** Returns whether a date is in it. */
    public boolean contains(LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(to);
    }

    /** Returns whether all dates of another range are in it. */
    public boolean contains(DateRange other) {
        return contains(other.from) && contains(other.to);
    }

    @Override
    public int compareTo(DateRange other) {
        return ORDER.compare(this, other);
    }

    /** As {@link #of(String)} reads it. */
    @Override
    public String toString() {
        return from.equals(to) ? from.toString() : from + BETWEEN + to;
    }
}
