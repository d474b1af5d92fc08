package io.allegiance.platform.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The columns of one row, by their places from 1, in the forms in which a night computes with them: decimals as units
 * of their last digit, days of the number that TO_DAYS gives. Millions of rows go this way, so none of the objects is
 * made that JDBC would make of them.
 */
public interface Columns {

    /** The value of TO_DAYS for 1970-01-01. */
    int EPOCH = 719_528;

    /** Looks at the current row of a result in this way. */
    static Columns of(ResultSet rows) {
        return new JdbcColumns(rows);
    }

    /** Reads a text; null for NULL. */
    @Nullable
    String text(int column) throws SQLException;

    /** Reads a text that is not NULL. */
    default String requiredText(int column) throws SQLException {
        return required(text(column), column);
    }

    /** Reads a text that rows before had as well, and gives the same object as then where it can; null for NULL. */
    @Nullable
    String repeatedText(int column) throws SQLException;

    /** Reads the digits of an exact number in ASCII, such as -12.50 and 3; null for NULL. */
    byte @Nullable [] digits(int column) throws SQLException;

    /** Reads a whole number; 0 for NULL. */
    long number(int column) throws SQLException;

    /** Returns whether a column is NULL. */
    boolean isNull(int column) throws SQLException;

    /** Reads bytes as the server sends them: of a DECIMAL, its digits. Null for NULL. */
    byte @Nullable [] bytes(int column) throws SQLException;

    /** Reads a point in time; null for NULL. */
    @Nullable
    LocalDateTime time(int column) throws SQLException;

    /** Reads a whole number of at most 31 bits; 0 for NULL. */
    default int whole(int column) throws SQLException {
        return Math.toIntExact(number(column));
    }

    /** The same; null for NULL. */
    default @Nullable Integer wholeOrNull(int column) throws SQLException {
        return isNull(column) ? null : whole(column);
    }

    /** Reads the number that TO_DAYS gives as the date that it is of; null for NULL. */
    default @Nullable LocalDate day(int column) throws SQLException {
        long days = number(column);
        return days == 0 ? null : LocalDate.ofEpochDay(days - EPOCH);
    }

    /** Reads such a number that is not NULL. */
    default LocalDate requiredDay(int column) throws SQLException {
        return required(day(column), column);
    }

    /**
     * Reads a DECIMAL as units of its last digit: 12.5000 as 125000.
     *
     * @throws SQLException when it is NULL or no decimal whose units fit a long
     */
    default long units(int column) throws SQLException {
        return DecimalUnits.of(required(bytes(column), column), column);
    }

    /** The same; null for NULL. */
    default @Nullable Long unitsOrNull(int column) throws SQLException {
        byte[] decimal = bytes(column);
        return decimal == null ? null : DecimalUnits.of(decimal, column);
    }

    private static <T> T required(@Nullable T value, int column) throws SQLException {
        if (value == null) {
            throw new SQLException("column " + column + " is NULL where a value was expected");
        }
        return value;
    }
}
