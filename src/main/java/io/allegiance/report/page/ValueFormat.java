package io.allegiance.report.page;

import io.allegiance.report.figure.Figure;
import io.allegiance.report.figure.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Formats figures for people, independent of the machine's locale. Rounding is for display only: the exact
 * value goes with each.
 */
final class ValueFormat {

    private static final String NARROW_GAP = "\u00a0";
    private static final int PERCENT = 2;
    private static final int PERCENT_DIGITS = 1;
    private static final int SHOWN_MONEY_DIGITS = 2;
    private static final int NUMBER_DIGITS = 2;

    private final String currency;

    ValueFormat(String currency) {
        this.currency = currency;
    }

    String currency() {
        return currency;
    }

    Value text(String pointer, Object text) {
        return new Value(pointer, true, text.toString(), text.toString());
    }

    Value count(String pointer, long count) {
        return new Value(pointer, true, Long.toString(count), String.format(Locale.ROOT, "%,d", count));
    }

    Value number(String pointer, @Nullable BigDecimal number, int digits, String otherwise) {
        return of(pointer, number, number == null ? otherwise : grouped(number, digits));
    }

    Value share(String pointer, @Nullable BigDecimal share, String otherwise) {
        return of(pointer, share, share == null ? otherwise : percent(share));
    }

    /** Money in a column whose head names the currency. */
    Value bareMoney(String pointer, @Nullable BigDecimal money, String otherwise) {
        return number(pointer, money, SHOWN_MONEY_DIGITS, otherwise);
    }

    /** A figure of a benefit, with its JSON pointer. */
    Value of(String pointer, Figure figure) {
        return figure(pointer + "/value", figure, figure.unit() == Unit.MONEY);
    }

    /** The same in a column whose head names the currency. */
    Value ofColumn(String pointer, Figure figure) {
        return figure(pointer + "/value", figure, false);
    }

    private Value figure(String pointer, Figure figure, boolean withCurrency) {
        BigDecimal value = figure.value();
        if (value == null) {
            return Value.missing(pointer, Objects.requireNonNull(figure.noData()));
        }
        return of(
                pointer,
                value,
                switch (figure.unit()) {
                    case COUNT -> grouped(value, 0);
                    case MONEY -> grouped(value, SHOWN_MONEY_DIGITS) + (withCurrency ? NARROW_GAP + currency : "");
                    case SHARE -> percent(value);
                    case CHANGE -> (value.signum() > 0 ? "+" : "") + percent(value);
                    case NUMBER -> grouped(value, NUMBER_DIGITS);
                });
    }

    private static Value of(String pointer, @Nullable BigDecimal value, String shown) {
        return value == null ? Value.missing(pointer, shown) : new Value(pointer, true, value.toPlainString(), shown);
    }

    private static String percent(BigDecimal share) {
        return grouped(share.movePointRight(PERCENT), PERCENT_DIGITS) + NARROW_GAP + "%";
    }

    private static String grouped(BigDecimal number, int digits) {
        return String.format(Locale.ROOT, "%,." + digits + "f", number.setScale(digits, RoundingMode.HALF_EVEN));
    }
}
