package io.allegiance.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Decimals with a fixed number of digits after the point, kept as a long of their last digit's units: what a score is
 * rounded to once, so that the database, the export and the digest all hold the same figure.
 */
public final class FixedPoint {

    /** Digits of probabilities. */
    public static final int PROBABILITY = 6;
    /** Digits of expected counts. */
    public static final int COUNT = 6;
    /** Digits of money. */
    public static final int MONEY = 4;
    /** Digits of scores of 0 to 100. */
    public static final int SCORE = 2;

    private static final long[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};
    /** Below this a product's error stays far under a half, and its whole part fits a double exactly. */
    private static final double FAST = 0x1p40;

    private FixedPoint() {}

    /**
     * Rounds to a number of digits, half to even, as decided on the exact binary value of the double: 0.145 lies just
     * below its decimal and rounds to 14 hundredths for that reason, 0.125 is a tie and rounds to 12.
     *
     * <p>Scales in floating point, whose error is at most half an ulp of the product, and asks BigDecimal only where the
     * product lies nearer to a tie than twice that.
     *
     * @param digits after the point, 0..6
     * @throws IllegalArgumentException when the value is not finite or does not fit
     */
    public static long round(double value, int digits) {
        double scaled = Math.abs(value) * POWERS[digits];
        if (!(scaled < FAST)) {
            return exactly(value, digits);
        }
        double whole = Math.floor(scaled);
        double fraction = scaled - whole;
        if (Math.abs(fraction - 0.5) <= Math.ulp(scaled)) {
            return exactly(value, digits);
        }
        long units = (long) whole + (fraction > 0.5 ? 1 : 0);
        return value < 0 ? -units : units;
    }

    /**
     * The units of a decimal that has at most that many digits, such as a column's value.
     *
     * @throws IllegalArgumentException when it has more digits or does not fit
     */
    public static long of(BigDecimal decimal, int digits) {
        try {
            return decimal.setScale(digits, RoundingMode.UNNECESSARY)
                    .unscaledValue()
                    .longValueExact();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    "a decimal with " + digits + " digits was expected; was " + decimal.toPlainString(), e);
        }
    }

    /** The decimal of so many units, such as 1250000 with 6 digits: 1.250000. */
    public static BigDecimal decimal(long units, int digits) {
        return BigDecimal.valueOf(units, digits);
    }

    private static long exactly(double value, int digits) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a finite number was expected; was " + value);
        }
        try {
            return new BigDecimal(value)
                    .setScale(digits, RoundingMode.HALF_EVEN)
                    .unscaledValue()
                    .longValueExact();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    "a number that fits 18 digits, " + digits + " of them after the point, was expected; was " + value,
                    e);
        }
    }
}
