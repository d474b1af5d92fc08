package io.allegiance.platform;

import io.allegiance.purchase.AsciiDigits;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Values of a row in the form in which a night computes with them, read without the objects that a driver makes of decimals and
 * dates: millions of rows go this way.
 */
public final class Columns {

    /** What TO_DAYS gives for 1970-01-01. */
    private static final int EPOCH = 719_528;

    private Columns() {}

    /**
     * Reads a DECIMAL as units of its last digit: 12.5000 as 125000.
     *
     * @throws SQLException when it is NULL or no decimal whose units fit a long
     */
    public static long units(ResultSet row, int column) throws SQLException {
        byte[] decimal = row.getBytes(column);
        if (decimal == null) {
            throw new SQLException("column " + column + " is NULL where a decimal was expected");
        }
        return units(decimal, column);
    }

    /** The same; null for NULL. */
    public static @Nullable Long unitsOrNull(ResultSet row, int column) throws SQLException {
        byte[] decimal = row.getBytes(column);
        return decimal == null ? null : units(decimal, column);
    }

    private static long units(byte[] decimal, int column) throws SQLException {
        try {
            return AsciiDigits.parseUnits(decimal);
        } catch (NumberFormatException e) {
            throw new SQLException("column " + column + " is no decimal that fits a long", e);
        }
    }

    /** Reads a whole number; null for NULL. */
    public static @Nullable Integer wholeOrNull(ResultSet row, int column) throws SQLException {
        int whole = row.getInt(column);
        return row.wasNull() ? null : whole;
    }

    /** Reads the number that TO_DAYS gives as the date that it is of; null for NULL. */
    public static @Nullable LocalDate day(ResultSet row, int column) throws SQLException {
        int days = row.getInt(column);
        return days == 0 ? null : LocalDate.ofEpochDay(days - EPOCH);
    }
}
