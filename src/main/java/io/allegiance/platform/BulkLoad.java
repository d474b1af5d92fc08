package io.allegiance.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Rows on their way into one table: values in the order of the statement's columns, {@link #endRow()} after each row,
 * {@link #flush()} at the end of the chunk. Between them the rows are sent whenever a few megabytes have come together,
 * so memory stays bounded. Not for use by several threads.
 *
 * <p>Any failure means that the transaction must be rolled back, which happens by letting the exception pass.
 */
public final class BulkLoad {

    private static final int SEND_AT_BYTES = 4 * 1024 * 1024;
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);

    private final BulkLoader loader;
    private final Connection connection;
    private final BulkStatement statement;
    private final RowBuffer rows = new RowBuffer();
    private long taken;

    BulkLoad(BulkLoader loader, Connection connection, BulkStatement statement) {
        this.loader = loader;
        this.connection = connection;
        this.statement = statement;
    }

    public BulkLoad text(@Nullable String value) {
        rows.add(value);
        return this;
    }

    public BulkLoad whole(long value) {
        rows.addDecimal(value, 0);
        return this;
    }

    public BulkLoad whole(@Nullable Number value) {
        return value == null ? missing() : whole(value.longValue());
    }

    /** Adds a decimal of so many units of its last digit, such as 12500 with 4 digits for 1.2500. */
    public BulkLoad decimal(long units, int digits) {
        rows.addDecimal(units, digits);
        return this;
    }

    /** The same, or NULL. */
    public BulkLoad decimal(@Nullable Number units, int digits) {
        return units == null ? missing() : decimal(units.longValue(), digits);
    }

    /**
     * Adds a floating-point number in the shortest form that reads back as the same number, for a DOUBLE column.
     *
     * @throws IllegalArgumentException for NaN and the infinities, which SQL does not know
     */
    public BulkLoad real(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a real value must be finite; was " + value);
        }
        rows.add(Double.toString(value));
        return this;
    }

    /** Adds a date of the years 0 to 9999, which are those that the database knows. */
    public BulkLoad date(@Nullable LocalDate value) {
        if (value == null) {
            return missing();
        }
        rows.addDate(value);
        return this;
    }

    public BulkLoad dateTime(@Nullable LocalDateTime value) {
        rows.add(value == null ? null : INSTANT.format(value));
        return this;
    }

    /** Adds bytes as they are; the statement's character set must be {@code binary}. */
    public BulkLoad bytes(byte[] value) {
        rows.addBytes(value);
        return this;
    }

    /** Adds the bytes that hexadecimal digits stand for, two each, in the same way. */
    public BulkLoad hexadecimal(String digits) {
        rows.addHexadecimal(digits);
        return this;
    }

    /**
     * Adds all fields of a row of CSV as RFC 4180 has it, without a line feed at its end: one with nothing in it is NULL, one with
     * nothing between quotes an empty text.
     */
    public BulkLoad csv(byte[] row) {
        rows.addCsv(row);
        return this;
    }

    /** Adds NULL. */
    public BulkLoad missing() {
        rows.add(null);
        return this;
    }

    /** Ends a row, and sends what has come together when that is enough. */
    public void endRow() throws SQLException {
        rows.endRow();
        if (rows.size() >= SEND_AT_BYTES) {
            send();
        }
    }

    /**
     * Sends what is left.
     *
     * @return how many rows the load has put there since the last flush: all of them, or with {@link Duplicates#SKIP}
     *     those whose key was new
     * @throws IllegalStateException when a row was refused, cut or bent on its way in
     */
    public long flush() throws SQLException {
        send();
        long result = taken;
        taken = 0;
        return result;
    }

    private void send() throws SQLException {
        if (rows.rows() > 0) {
            taken += loader.write(connection, statement, rows);
            rows.clear();
        }
    }
}
