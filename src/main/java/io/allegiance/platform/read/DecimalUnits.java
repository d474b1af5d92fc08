package io.allegiance.platform.read;

import io.allegiance.decimal.AsciiDigits;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A DECIMAL's digits, and what they are as units of the last one. */
final class DecimalUnits {

    private DecimalUnits() {}

    /** The digits without an exponent; null for null. */
    static byte @Nullable [] digits(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString().getBytes(StandardCharsets.ISO_8859_1);
    }

    static long of(byte[] decimal, int column) throws SQLException {
        try {
            return AsciiDigits.parseUnits(decimal);
        } catch (NumberFormatException e) {
            throw new SQLException("column " + column + " is no decimal whose units fit a long", e);
        }
    }
}
