package io.allegiance.purchase;

import io.allegiance.decimal.FixedPoint;

/**
 * How many of a product a line is about, held in a long as thousandths, within ±999,999,999.999. {@link Money#UNKNOWN}
 * and {@link Money#OUT_OF_RANGE} mark what they mark for money.
 */
public final class Quantity {

    /** Units of a piece. */
    public static final long UNITS = 1_000;

    private static final FixedPoint FORM = new FixedPoint(FixedPoint.QUANTITY, 999_999_999_999L);

    private Quantity() {}

    /**
     * Reads an ASCII decimal number with a dot; more than three fraction digits are rounded half to even.
     *
     * @return thousandths, or {@link Money#OUT_OF_RANGE}
     * @throws NumberFormatException when the text is not such a number
     */
    public static long parse(String text) {
        return FORM.parse(text);
    }

    /** The same from the text's bytes. */
    public static long parse(byte[] text) {
        return FORM.parse(text);
    }

    /** Writes all three fraction digits: {@code 12.000}. */
    public static String format(long quantity) {
        return FORM.format(quantity);
    }
}
