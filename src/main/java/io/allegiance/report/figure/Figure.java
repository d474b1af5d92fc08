package io.allegiance.report.figure;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One number of a report, or the reason why it is missing: missing data never give 0.
 *
 * @param name for programs; unique among its neighbours
 * @param label for people; of a headline a sentence with <code>{}</code> where the number goes
 * @param unit what it counts
 * @param value null where data are missing
 * @param noData the reason where the value is missing, else null
 */
public record Figure(
        String name,
        String label,
        Unit unit,
        @Nullable BigDecimal value,
        @Nullable String noData) {

    /** The placeholder of the number in the sentence of a headline. */
    public static final String PLACE = "{}";

    public Figure {
        if ((value == null) != (noData != null)) {
            throw new IllegalArgumentException("a figure has either a value or a reason for having none; " + name
                    + " had value " + value + " and reason " + noData);
        }
    }

    /** A count, which is there even where it is 0. */
    public static Figure count(String name, String label, long count) {
        return new Figure(name, label, Unit.COUNT, BigDecimal.valueOf(count), null);
    }

    /**
     * A number that may be missing.
     *
     * @param otherwise why, where it is
     */
    public static Figure of(String name, String label, Unit unit, @Nullable BigDecimal value, String otherwise) {
        return new Figure(name, label, unit, value, value == null ? otherwise : null);
    }

    /** The same without its value. */
    public Figure withheld(String reason) {
        return new Figure(name, label, unit, null, reason);
    }
}
