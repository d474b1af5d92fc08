package io.allegiance.purchase;

import io.allegiance.decimal.FixedPoint;
import java.math.BigDecimal;

/**
 * An amount of money, held in a long as ten-thousandths of its currency. The amount of one line is within
 * ±{@value #LARGEST} units (99,999,999,999,999.9999); two marks outside that range, {@link #UNKNOWN} and
 * {@link #OUT_OF_RANGE}, spare the readers of millions of lines an object or an exception for each.
 */
public final class Money {

    /** Ten-thousandths in one unit of the currency. */
    public static final long UNITS = 10_000;

    /** The largest magnitude that one line may have, in ten-thousandths. */
    public static final long LARGEST = 999_999_999_999_999_999L;

    /**
     * The largest amount of one customer's day, and so of a line that counts, in ten-thousandths: 10,000,000,000 units. The days of
     * the years 1970 to 2199 together fit into a long.
     */
    public static final long LARGEST_OF_DAY = 100_000_000_000_000L;

    /** Marks an amount that is unknown. */
    public static final long UNKNOWN = Long.MIN_VALUE;

    /** The mark of an amount larger than a line may have. */
    public static final long OUT_OF_RANGE = FixedPoint.OUT_OF_RANGE;

    private static final FixedPoint FORM = new FixedPoint(FixedPoint.MONEY, LARGEST);

    private Money() {}

    /**
     * Reads an ASCII decimal number with a dot. More than four fraction digits are rounded half to even; an exponent
     * ({@code 1E+05}, as spreadsheets write it) is read exactly.
     *
     * @return ten-thousandths, or {@link #OUT_OF_RANGE}
     * @throws NumberFormatException when the text is not such a number (NaN, Infinity, 1,000.00, other scripts' digits)
     */
    public static long parse(String text) {
        return FORM.parse(text);
    }

    /** The same from the text's bytes. */
    public static long parse(byte[] text) {
        return FORM.parse(text);
    }

    /** The same number in ten-thousandths, rounded half to even, or {@link #OUT_OF_RANGE}. */
    static long of(BigDecimal amount) {
        return FORM.round(amount);
    }

    /** Writes all four fraction digits: {@code -35.4000}. */
    public static String format(long amount) {
        return FORM.format(amount);
    }

    /**
     * Converts by a rate in units of the target for one of the source, rounded half to even.
     *
     * @return ten-thousandths of the target, or {@link #OUT_OF_RANGE}
     */
    public static long convert(long amount, BigDecimal rate) {
        return of(FixedPoint.decimal(amount, FixedPoint.MONEY).multiply(rate));
    }
}
