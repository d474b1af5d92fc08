package io.allegiance.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a business date is written: {@code YYYY-MM-DD}, a day of the calendar, from 1000-01-01 (the first that MySQL
 * promises to store) to 9999-12-31.
 */
public final class BusinessDate {

    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{3})-([0-9]{2})-([0-9]{2})");

    private BusinessDate() {}

    /**
     * Reads a business date.
     *
     * @throws IllegalArgumentException when the text is not such a date; the message is meant for the person who typed it
     */
    public static LocalDate parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("a date is written YYYY-MM-DD, such as 2025-12-31; was " + quoted(text));
        }
        try {
            return LocalDate.of(number(form, 1), number(form, 2), number(form, 3));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not a day of the calendar: " + quoted(text), e);
        }
    }

    private static int number(Matcher form, int group) {
        return Integer.parseInt(form.group(group));
    }

    private static String quoted(String text) {
        return "'" + (text.length() <= 40 ? text : text.substring(0, 40) + "...") + "'";
    }
}
