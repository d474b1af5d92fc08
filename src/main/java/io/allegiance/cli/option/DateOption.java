package io.allegiance.cli.option;

import io.allegiance.calendar.BusinessDate;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A date on the command line: YYYY-MM-DD, or {@code yesterday} in the configured zone. */
public record DateOption(String text) {

    /** The day before today. */
    public static final DateOption YESTERDAY = new DateOption("yesterday");

    private static final Set<String> NOT_OVER = Set.of("today", "now", "tonight", "tomorrow");

    /** Returns the date; the clock has the configured zone. */
    public LocalDate resolve(Clock clock) {
        return isYesterday() ? LocalDate.now(clock).minusDays(1) : BusinessDate.parse(text);
    }

    private boolean isYesterday() {
        return equals(YESTERDAY);
    }

    /** Refuses a text that is not a date, before anything starts. */
    public static final class Converter implements ITypeConverter<DateOption> {

        /** Two words are typed for days: one that is meant, and those of days that are not over yet. */
        private static String hint(String text) {
            String word = text.strip().toLowerCase(Locale.ROOT);
            if (word.startsWith("y")) {
                return "; did you mean yesterday?";
            }
            return NOT_OVER.contains(word) ? "; that day is not over yet: did you mean yesterday?" : "";
        }

        @Override
        public DateOption convert(String text) {
            DateOption date = new DateOption(text);
            if (!date.isYesterday()) {
                try {
                    BusinessDate.parse(text);
                } catch (IllegalArgumentException e) {
                    throw new TypeConversionException(e.getMessage() + hint(text));
                }
            }
            return date;
        }
    }
}
