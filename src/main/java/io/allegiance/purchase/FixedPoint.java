package io.allegiance.purchase;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;

/**
 * Decimal numbers held in a long as multiples of 10<sup>-scale</sup>. Text is an ASCII decimal with a dot, an optional
 * sign and an optional exponent ({@code -12}, {@code 83.40}, {@code .5}, {@code 1E+05}); further digits are rounded
 * half to even, so that 20.399999999999999 from a spreadsheet is 20.4000.
 */
record FixedPoint(int scale, long limit) {

    /** Longer texts are no numbers that anyone wrote by hand or program. */
    private static final int LONGEST_TEXT = 400;

    private static final int PLAIN_DIGITS = 15;

    /** Any number of so many digits fits. */
    private static final int DIGITS_OF_A_LONG = 18;

    /** No number of this form has fewer units. */
    private static final long NOT_PLAIN = Long.MIN_VALUE;

    long parse(String text) {
        // What is no Latin letter becomes a question mark, which no number holds.
        long plain = parsePlain(text.getBytes(StandardCharsets.ISO_8859_1));
        return plain == NOT_PLAIN ? round(parseDecimal(text)) : plain;
    }

    /** The same from the text's bytes. */
    long parse(byte[] text) {
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
                return Money.OUT_OF_RANGE;
            }
            scaled *= 10;
        }
        return scaled > limit ? Money.OUT_OF_RANGE : negative ? -scaled : scaled;
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
    long round(BigDecimal value) {
        long integerDigits = (long) value.precision() - value.scale();
        if (value.signum() == 0 || integerDigits < -scale) {
            return 0;
        }
        if (integerDigits > 18 - scale + 1) {
            return Money.OUT_OF_RANGE;
        }
        if (value.scale() == scale && value.precision() <= DIGITS_OF_A_LONG) {
            long units = value.unscaledValue().longValue();
            return Math.abs(units) > limit ? Money.OUT_OF_RANGE : units;
        }
        BigDecimal units = value.setScale(scale, RoundingMode.HALF_EVEN).movePointRight(scale);
        return units.abs().compareTo(BigDecimal.valueOf(limit)) > 0 ? Money.OUT_OF_RANGE : units.longValueExact();
    }

    String format(long units) {
        StringBuilder text = new StringBuilder(Long.toString(Math.absExact(units)));
        while (text.length() <= scale) {
            text.insert(0, '0');
        }
        text.insert(text.length() - scale, '.');
        return units < 0 ? text.insert(0, '-').toString() : text.toString();
    }
}
