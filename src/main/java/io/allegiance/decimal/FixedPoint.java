package io.allegiance.decimal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;

/**
 * Decimal numbers held in a long as multiples of 10<sup>-scale</sup>. Text is an ASCII decimal with a dot, an optional
 * sign and an optional exponent ({@code -12}, {@code 83.40}, {@code .5}, {@code 1E+05}); further digits are rounded
 * half to even, so that 20.399999999999999 from a spreadsheet is 20.4000.
 */
public record FixedPoint(int scale, long limit) {

    /** Digits of probabilities. */
    public static final int PROBABILITY = 6;
    /** Digits of expected counts. */
    public static final int COUNT = 6;
    /** Digits of money. */
    public static final int MONEY = 4;
    /** Digits of quantities. */
    public static final int QUANTITY = 3;
    /** Digits of scores of 0 to 100. */
    public static final int SCORE = 2;

    private static final long[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};
    /** Below this a product's error stays far under a half, and its whole part fits a double exactly. */
    private static final double FAST = 0x1p40;

    /** Marks a number beyond the limit. */
    public static final long OUT_OF_RANGE = Long.MAX_VALUE;

    /** Longer texts are refused; no person or program writes such numbers. */
    private static final int LONGEST_TEXT = 400;

    private static final int PLAIN_DIGITS = 15;

    /** Every number with this many digits fits a long. */
    private static final int DIGITS_OF_A_LONG = 18;

    /** No number of this form has fewer units. */
    private static final long NOT_PLAIN = Long.MIN_VALUE;

    public long parse(String text) {
        // A character outside ISO 8859-1 becomes a question mark, which no number contains.
        long plain = parsePlain(text.getBytes(StandardCharsets.ISO_8859_1));
        return plain == NOT_PLAIN ? round(parseDecimal(text)) : plain;
    }

    /** The same from the text's bytes. */
    public long parse(byte[] text) {
        long plain = parsePlain(text);
        return plain == NOT_PLAIN ? round(parseDecimal(new String(text, StandardCharsets.ISO_8859_1))) : plain;
    }

    /** The common case without an object: up to 15 digits, no exponent, no more fraction digits than the scale. */
    private long parsePlain(byte[] text) {
        int start = text.length > 0 && text[0] == '-' ? 1 : 0;
        if (text.length == start || text.length - start > PLAIN_DIGITS) {
            return NOT_PLAIN;
        }
        long units = 0;
        int fraction = -1;
        for (int i = start; i < text.length; i++) {
            int digit = text[i] - '0';
            if (digit >= 0 && digit <= 9) {
                units = units * 10 + digit;
                fraction += fraction >= 0 ? 1 : 0;
            } else if (text[i] == '.' && fraction < 0 && i > start) {
                fraction = 0;
            } else {
                return NOT_PLAIN;
            }
        }
        return scaled(units, Math.max(fraction, 0), start == 1);
    }

    private long scaled(long units, int fraction, boolean negative) {
        if (fraction > scale) {
            return NOT_PLAIN;
        }
        long scaled = units;
        for (int i = fraction; i < scale; i++) {
            if (scaled > limit / 10) {
                return OUT_OF_RANGE;
            }
            scaled *= 10;
        }
        return scaled > limit ? OUT_OF_RANGE : negative ? -scaled : scaled;
    }

    private static BigDecimal parseDecimal(String text) {
        if (text.length() > LONGEST_TEXT || !text.chars().allMatch(FixedPoint::belongsToNumber)) {
            throw new NumberFormatException("not a decimal number");
        }
        return new BigDecimal(text);
    }

    /** BigDecimal alone would take the digits of every script. */
    private static boolean belongsToNumber(int c) {
        return c >= '0' && c <= '9' || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E';
    }

    /** Looks at the magnitude before it rounds: 1E999999999 must not be written out. */
    public long round(BigDecimal value) {
        long integerDigits = (long) value.precision() - value.scale();
        if (value.signum() == 0 || integerDigits < -scale) {
            return 0;
        }
        if (integerDigits > 18 - scale + 1) {
            return OUT_OF_RANGE;
        }
        if (value.scale() == scale && value.precision() <= DIGITS_OF_A_LONG) {
            long units = value.unscaledValue().longValue();
            return Math.abs(units) > limit ? OUT_OF_RANGE : units;
        }
        BigDecimal units = value.setScale(scale, RoundingMode.HALF_EVEN).movePointRight(scale);
        return units.abs().compareTo(BigDecimal.valueOf(limit)) > 0 ? OUT_OF_RANGE : units.longValueExact();
    }

    /**
     * Writes all digits after the point: {@code -35.4000}.
     *
     * @throws ArithmeticException for the smallest long, which marks an unknown number
     */
    public String format(long units) {
        if (units == Long.MIN_VALUE) {
            throw new ArithmeticException("the mark of an unknown number has no text");
        }
        byte[] text = new byte[AsciiDigits.MOST];
        int length = AsciiDigits.decimal(units, scale, text, 0);
        return new String(text, 0, length, StandardCharsets.ISO_8859_1);
    }

    /**
     * Rounds to a number of digits, half to even, as decided on the exact binary value of the double: 0.145 is just
     * below its decimal and therefore rounds to 14 hundredths, 0.125 is a tie and rounds to 12.
     *
     * <p>Scales in floating point, whose error is at most half an ulp of the product, and asks BigDecimal only where the
     * product is nearer to a tie than twice that.
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

    /** Returns units of the last digit as a decimal, such as 1250000 with 6 digits: 1.250000. */
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
