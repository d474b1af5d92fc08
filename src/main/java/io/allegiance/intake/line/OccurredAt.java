package io.allegiance.intake.line;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;

/**
 * Reads the time of a line: an ISO date (the start of that day), or a date and a time parted by T or a space, with
 * seconds and their fraction optional, and with an offset or Z optional, which is converted to the configured zone.
 * Strict: 29 February needs a leap year, an hour ends at 59:59. Digits beyond the millisecond are cut off, because
 * rounding could carry a line into the next day.
 */
public final class OccurredAt {

    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd['T'][' ']HH:mm")
            .optionalStart()
            .appendPattern(":ss")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
            .optionalEnd()
            .optionalEnd()
            .appendPattern("[' '][XXX][XX][X]")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private static final int DATE_LENGTH = 10;
    private static final int SECONDS_LENGTH = 19;

    private final ZoneId zone;

    public OccurredAt(ZoneId zone) {
        this.zone = zone;
    }

    /** The rejection names the column. */
    public LocalDateTime read(Column column, String text) throws RejectedLineException {
        if (text.isEmpty()) {
            throw new RejectedLineException(RejectionReason.MISSING_TIME, column.title() + " is blank");
        }
        try {
            return inRange(column, parse(text));
        } catch (DateTimeException e) {
            throw new RejectedLineException(RejectionReason.BAD_TIME, column.title() + " is no date or time");
        }
    }

    public LocalDate readDate(Column column, String text) throws RejectedLineException {
        return read(column, text).toLocalDate();
    }

    private static LocalDateTime inRange(Column column, LocalDateTime time) throws RejectedLineException {
        if (time.getYear() < IntakeRules.FIRST_YEAR || time.getYear() > IntakeRules.LAST_YEAR) {
            throw new RejectedLineException(
                    RejectionReason.TIME_OUT_OF_RANGE, column.title() + " lies outside the years 1970 to 2199");
        }
        return time;
    }

    private LocalDateTime parse(String text) {
        if (text.length() == DATE_LENGTH) {
            return date(text).atStartOfDay();
        }
        if (text.length() == SECONDS_LENGTH && text.charAt(13) == ':' && text.charAt(16) == ':') {
            return toTheSecond(text);
        }
        return anyTime(text);
    }

    private static LocalDate date(String text) {
        if (text.charAt(4) != '-' || text.charAt(7) != '-') {
            throw new DateTimeException("no ISO date");
        }
        return LocalDate.of(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10));
    }

    /** The most common form, twenty times as fast as the formatter. */
    private static LocalDateTime toTheSecond(String text) {
        char separator = text.charAt(DATE_LENGTH);
        if (separator != 'T' && separator != ' ') {
            throw new DateTimeException("no ISO time");
        }
        return date(text).atTime(digits(text, 11, 13), digits(text, 14, 16), digits(text, 17, 19));
    }

    private static int digits(String text, int start, int end) {
        int number = 0;
        for (int i = start; i < end; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw new DateTimeException("no digit");
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private LocalDateTime anyTime(String text) {
        if (text.length() < DATE_LENGTH + 2
                || "T ".indexOf(text.charAt(DATE_LENGTH)) < 0
                || text.charAt(DATE_LENGTH + 1) == ' ') {
            throw new DateTimeException("no ISO time");
        }
        TemporalAccessor parsed = TIME.parse(text);
        LocalDateTime local =
                LocalDateTime.of(parsed.query(TemporalQueries.localDate()), parsed.query(TemporalQueries.localTime()));
        ZoneOffset offset = parsed.query(TemporalQueries.offset());
        LocalDateTime here = offset == null
                ? local
                : local.atOffset(offset).atZoneSameInstant(zone).toLocalDateTime();
        return here.truncatedTo(ChronoUnit.MILLIS);
    }
}
