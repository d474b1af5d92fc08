package io.allegiance.cli.option;

import io.allegiance.calendar.BusinessDate;
import java.time.Clock;
import java.time.LocalDate;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A date on the command line: YYYY-MM-DD, or {@code yesterday} in the configured zone. */
public record DateOption(String text) {

    private static final String YESTERDAY = "yesterday";

    public LocalDate resolve(Clock clock) {
        return text.equals(YESTERDAY) ? LocalDate.now(clock).minusDays(1) : BusinessDate.parse(text);
    }

    /** Refuses what is no date before anything starts. */
    public static final class Converter implements ITypeConverter<DateOption> {

        @Override
        public DateOption convert(String text) {
            if (!text.equals(YESTERDAY)) {
                try {
                    BusinessDate.parse(text);
                } catch (IllegalArgumentException e) {
                    throw new TypeConversionException(String.valueOf(e.getMessage()));
                }
            }
            return new DateOption(text);
        }
    }
}
