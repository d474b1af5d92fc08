package io.allegiance.intake.format;

import io.allegiance.intake.line.Column;
import io.allegiance.intake.line.OccurredAt;
import io.allegiance.intake.line.RejectedLineException;
import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes the times of a file as our own format reads them: ISO, in the program's zone. A text that is no time in the
 * style of the file is passed on as it is, and our own format refuses it.
 */
final class TimeReader {

    private static final int DATE_LENGTH = 10;
    private static final int MINUTES_LENGTH = 16;
    private static final int SECONDS_LENGTH = 19;

    private final List<DateTimeFormatter> patterns;
    private final @Nullable ZoneId zone;
    private final ZoneId target;
    private String lastText = "";
    private String lastTime = "";

    /** @param target the program's zone */
    TimeReader(TimeStyle style, ZoneId target) {
        this.patterns = style.patterns().stream().map(TimeReader::formatter).toList();
        this.zone = style.zone() == null || style.zone().equals(target) ? null : style.zone();
        this.target = target;
    }

    /**
     * Makes the reader of a pattern.
     *
     * @throws IllegalArgumentException when it is no pattern, or has no year, month or day
     */
    static DateTimeFormatter formatter(String pattern) {
        DateTimeFormatter formatter = new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(properYears(pattern))
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
        requireWhole(formatter, pattern);
        return formatter;
    }

    /** Requires that a day can be read of what the pattern writes, and a time where it writes any of it. */
    private static void requireWhole(DateTimeFormatter formatter, String pattern) {
        LocalDateTime day = LocalDateTime.of(2001, 2, 3, 4, 5, 6);
        try {
            TemporalAccessor parsed = formatter.parse(formatter.format(day.atZone(ZoneId.of("UTC"))));
            if (!day.toLocalDate().equals(parsed.query(TemporalQueries.localDate()))) {
                throw new IllegalArgumentException("it has no year, month or day");
            }
            if (pattern.matches(".*[hHkKms].*") && parsed.query(TemporalQueries.localTime()) == null) {
                throw new IllegalArgumentException("its time is not whole: HH is 0 to 23, and hh needs a");
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("it has no year, month or day", e);
        }
    }

    /** The year of an era needs the era; people write yyyy and mean the year. */
    private static String properYears(String pattern) {
        StringBuilder proper = new StringBuilder();
        boolean quoted = false;
        for (char c : pattern.toCharArray()) {
            quoted ^= c == '\'';
            proper.append(c == 'y' && !quoted ? 'u' : c);
        }
        return proper.toString();
    }

    /** Reads a text without white space around it; rows that follow each other often say the same. */
    String read(String text) {
        if (!text.equals(lastText)) {
            lastTime = text.isEmpty() ? "" : readAny(text);
            lastText = text;
        }
        return lastTime;
    }

    private String readAny(String text) {
        for (DateTimeFormatter pattern : patterns) {
            String time = readPattern(pattern, text);
            if (time != null) {
                return time;
            }
        }
        if (text.length() <= DATE_LENGTH || zone == null && text.length() <= SECONDS_LENGTH) {
            return text;
        }
        return hasOffset(text) ? readIso(target, null, text) : readIso(zone == null ? target : zone, zone, text);
    }

    private @Nullable String readPattern(DateTimeFormatter pattern, String text) {
        ParsePosition end = new ParsePosition(0);
        if (pattern.parseUnresolved(text, end) == null || end.getIndex() < text.length()) {
            return null;
        }
        try {
            return print(pattern.parse(text));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private @Nullable String print(TemporalAccessor parsed) {
        LocalDate date = parsed.query(TemporalQueries.localDate());
        LocalTime time = parsed.query(TemporalQueries.localTime());
        if (date == null || time == null) {
            return date == null ? null : date.toString();
        }
        ZoneId from = parsed.query(TemporalQueries.zone());
        return print(date.atTime(time), from == null ? zone : from);
    }

    /** An offset in the text is converted to the first zone; the time is then of the second, or of the program's. */
    private String readIso(ZoneId to, @Nullable ZoneId of, String text) {
        try {
            return print(new OccurredAt(to).read(Column.OCCURRED_AT, text), of);
        } catch (RejectedLineException e) {
            return text;
        }
    }

    private String print(LocalDateTime time, @Nullable ZoneId from) {
        LocalDateTime here = (from == null
                        ? time
                        : time.atZone(from).withZoneSameInstant(target).toLocalDateTime())
                .truncatedTo(ChronoUnit.MILLIS);
        String text = here.toString();
        return text.length() == MINUTES_LENGTH ? text + ":00" : text;
    }

    private static boolean hasOffset(String text) {
        for (int i = DATE_LENGTH; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '+' || c == '-' || c == 'Z') {
                return true;
            }
        }
        return false;
    }
}
