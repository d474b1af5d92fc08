package io.allegiance.intake.format;

import io.allegiance.purchase.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A number of a row: known, unknown because its column is blank, or unreadable.
 *
 * @param value the number; null where it is unknown or unreadable
 * @param text what to pass on where it is not known: empty where it is unknown, else a text that our own format refuses
 */
record Figure(@Nullable BigDecimal value, String text) {

    static final Figure UNKNOWN = new Figure(null, "");

    private static final int MOST_DECIMALS = 4;

    static Figure of(BigDecimal value) {
        return new Figure(value, "");
    }

    /**
     * A text that is no number in the style of its file. Where our own format could read it, it is put into quotes, so
     * that it is refused and not read as another number.
     */
    static Figure unreadable(String text) {
        return new Figure(null, isNumberOfOurs(text) ? "'" + text + "'" : text);
    }

    private static boolean isNumberOfOurs(String text) {
        try {
            Money.parse(text);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    boolean isUnreadable() {
        return value == null && !text.isEmpty();
    }

    /** Negative, zero or positive in a word; what is passed on where the number is not known. */
    String sign() {
        return value == null ? text : value.signum() < 0 ? "negative" : value.signum() == 0 ? "zero" : "positive";
    }

    /** The number as our own format writes it; ten-thousandths are its smallest part. */
    String print() {
        if (value == null) {
            return text;
        }
        BigDecimal rounded =
                value.scale() > MOST_DECIMALS ? value.setScale(MOST_DECIMALS, RoundingMode.HALF_EVEN) : value;
        return rounded.toPlainString();
    }
}
