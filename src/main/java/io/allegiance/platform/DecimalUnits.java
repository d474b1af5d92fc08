package io.allegiance.platform;

import io.allegiance.purchase.AsciiDigits;
import java.sql.SQLException;

/** A DECIMAL's digits as units of the last one. */
final class DecimalUnits {

    private DecimalUnits() {}

    static long of(byte[] decimal, int column) throws SQLException {
        try {
            return AsciiDigits.parseUnits(decimal);
        } catch (NumberFormatException e) {
            throw new SQLException("column " + column + " is no decimal whose units fit a long", e);
        }
    }
}
