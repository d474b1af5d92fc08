package io.allegiance.cli.option;

import io.allegiance.calendar.BusinessDate;
import java.time.Clock;
import java.time.LocalDate;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A date on the command line: YYYY-MM-DD, or {@code yesterday} in the configured zone. */
public record DateOption(String text) {

    /** The day before today. */
    public static final DateOption YESTERDAY = new DateOption("yesterday");

    /** Returns the date; the clock has the configured zone. */
    public LocalDate resolve(Clock clock) {
        return isYesterday() ? LocalDate.now(clock).minusDays(1) : BusinessDate.parse(text);
    }

    private boolean isYesterday() {
        return equals(YESTERDAY);
    }

    /** Refuses a text that is not a date, before anything starts. */
    public static final class Converter implements ITypeConverter<DateOption> {

        @Override
        public DateOption convert(String text) {
            DateOption date = new DateOption(text);
            if (!date.isYesterday()) {
                try {
                    BusinessDate.parse(text);
                } catch (IllegalArgumentException e) {
                    throw new TypeConversionException(String.valueOf(e.getMessage()));
                }
            }
            return date;
        }
    }
}
