package io.allegiance.intake.format;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a file writes times. ISO dates and times are always read, because nobody can take them for another day; every
 * other way needs a pattern.
 *
 * @param patterns patterns of {@link java.time.format.DateTimeFormatter}, with English names, tried in this order
 * @param zone the zone of times without an offset; null for the program's. A date without a time is that day anywhere
 */
public record TimeStyle(List<String> patterns, @Nullable ZoneId zone) {

    /** The style of our own format. */
    public static final TimeStyle ISO = new TimeStyle(List.of(), null);

    public TimeStyle {
        patterns = List.copyOf(patterns);
    }

    /**
     * Requires a text to be a pattern of a date.
     *
     * @throws IllegalArgumentException when it is none, or has no year, month or day
     */
    public static void requirePattern(String pattern) {
        TimeReader.formatter(pattern);
    }
}
