package io.allegiance.platform.load;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The values of rows on their way into a table, one after the other.
 *
 * @param <T> what values are added to
 */
public abstract sealed class RowValues<T extends RowValues<T>> permits BulkLoad, BulkRow.Maker {

    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);

    final RowBuffer rows = new RowBuffer();

    RowValues() {}

    abstract T self();

    public T text(@Nullable String value) {
        rows.appendValue(value);
        return self();
    }

    public T whole(long value) {
        rows.addDecimal(value, 0);
        return self();
    }

    public T whole(@Nullable Number value) {
        return value == null ? missing() : whole(value.longValue());
    }

    /** Adds a decimal given in units of its last digit, such as 12500 with 4 digits for 1.2500. */
    public T decimal(long units, int digits) {
        rows.addDecimal(units, digits);
        return self();
    }

    /** The same, or NULL. */
    public T decimal(@Nullable Number units, int digits) {
        return units == null ? missing() : decimal(units.longValue(), digits);
    }

    /**
     * Adds a floating-point number in the shortest form that reads back as the same number, for a DOUBLE column.
     *
     * @throws IllegalArgumentException for NaN and the infinities, which SQL does not know
     */
    public T real(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a real value must be finite; was " + value);
        }
        rows.appendValue(Double.toString(value));
        return self();
    }

    /** Adds a date of the years 0 to 9999, which are those that the database knows. */
    public T date(@Nullable LocalDate value) {
        if (value == null) {
            return missing();
        }
        rows.addDate(value);
        return self();
    }

    public T dateTime(@Nullable LocalDateTime value) {
        rows.appendValue(value == null ? null : INSTANT.format(value));
        return self();
    }

    /** Adds bytes unchanged, or NULL; the statement's character set must be {@code binary}. */
    public T bytes(byte @Nullable [] value) {
        if (value == null) {
            return missing();
        }
        rows.addBytes(value);
        return self();
    }

    /**
     * Adds all fields of a row of CSV as RFC 4180 has it, without a line feed at its end: one with nothing in it is
     * NULL, one with nothing between quotes an empty text.
     */
    public T csv(byte[] row) {
        rows.addCsv(row);
        return self();
    }

    /** Adds NULL. */
    public T missing() {
        rows.appendValue(null);
        return self();
    }
}
