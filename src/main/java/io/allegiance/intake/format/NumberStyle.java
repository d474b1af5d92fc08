package io.allegiance.intake.format;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How a file writes numbers.
 *
 * @param decimal the mark before the decimals: a dot or a comma
 * @param grouping the mark between groups of three digits; null where none is read. A space covers no-break spaces too
 * @param currencySigns whether signs of currencies around a number are left out, and parentheses make it negative
 */
public record NumberStyle(char decimal, @Nullable Character grouping, boolean currencySigns) {

    /** The style of our own format: a dot for the decimals, nothing else. */
    public static final NumberStyle PLAIN = new NumberStyle('.', null, false);

    private static final int LONGEST_TEXT = 60;
    private static final int GROUP = 3;
    private static final int SIMPLE_LENGTH = 17;

    public NumberStyle {
        if (decimal != '.' && decimal != ',') {
            throw new IllegalArgumentException("the decimal mark is a dot or a comma");
        }
        if (grouping != null && (grouping == decimal || Character.isLetterOrDigit(grouping) || grouping == '-')) {
            throw new IllegalArgumentException("the grouping mark is another sign than the decimal mark, and no digit");
        }
    }

    /** Returns whether our own format writes numbers in the same way. */
    public boolean isPlain() {
        return equals(PLAIN);
    }

    /**
     * Reads a number.
     *
     * @return null where the text is no number in this style
     */
    public @Nullable BigDecimal read(String text) {
        if (text.length() > LONGEST_TEXT) {
            return null;
        }
        BigDecimal simple = readSimple(text);
        if (simple != null) {
            return simple;
        }
        return currencySigns ? readSigned(text) : readUnsigned(text, false);
    }

    /** The most common form, digits with the decimal mark among them; null where the text has another. */
    private @Nullable BigDecimal readSimple(String text) {
        if (text.isEmpty() || text.length() > SIMPLE_LENGTH) {
            return null;
        }
        long units = 0;
        int mark = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                units = units * 10 + c - '0';
            } else if (c == decimal && mark < 0 && i > 0) {
                mark = i;
            } else {
                return null;
            }
        }
        return BigDecimal.valueOf(units, mark < 0 ? 0 : text.length() - mark - 1);
    }

    private @Nullable BigDecimal readSigned(String text) {
        String bare = withoutSigns(text);
        boolean negative = bare.length() > 2 && bare.charAt(0) == '(' && bare.endsWith(")");
        return readUnsigned(negative ? bare.substring(1, bare.length() - 1) : bare, negative);
    }

    private static String withoutSigns(String text) {
        StringBuilder bare = new StringBuilder(text.length());
        text.chars()
                .filter(c -> Character.getType(c) != Character.CURRENCY_SYMBOL)
                .forEach(c -> bare.append((char) c));
        return bare.toString().strip();
    }

    private @Nullable BigDecimal readUnsigned(String text, boolean negative) {
        int start = !text.isEmpty() && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
        if (negative && start == 1) {
            return null;
        }
        String digits = plainDigits(text, start);
        if (digits == null) {
            return null;
        }
        BigDecimal number = new BigDecimal(digits);
        return negative || text.charAt(0) == '-' ? number.negate() : number;
    }

    /** The number with a dot and without groups; null where the text is none. */
    private @Nullable String plainDigits(String text, int start) {
        int end = text.indexOf(decimal, start);
        String whole = wholePart(end < 0 ? text.substring(start) : text.substring(start, end));
        String fraction = end < 0 ? "" : text.substring(end + 1);
        if (whole == null || !isDigits(fraction) || whole.isEmpty() && fraction.isEmpty()) {
            return null;
        }
        return fraction.isEmpty() ? whole : whole + '.' + fraction;
    }

    private @Nullable String wholePart(String text) {
        if (grouping == null || isDigits(text)) {
            return isDigits(text) ? text : null;
        }
        StringBuilder digits = new StringBuilder();
        int since = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
                since++;
            } else if (isGrouping(c) && since > 0 && since <= GROUP && (since == GROUP || digits.length() == since)) {
                since = 0;
            } else {
                return null;
            }
        }
        return since == GROUP ? digits.toString() : null;
    }

    private boolean isGrouping(char c) {
        return grouping != null && (c == grouping || grouping == ' ' && (c == '\u00a0' || c == '\u202f'));
    }

    private static boolean isDigits(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
