package io.allegiance.scoring;

import org.jspecify.annotations.Nullable;

/** Keeps a spreadsheet from running a text as a formula: one that begins like a formula gets an apostrophe before it. */
public final class SpreadsheetText {

    private static final String FORMULA_BEGINS_WITH = "=+-@\t\r\n";

    private SpreadsheetText() {}

    /** The text, with an apostrophe before it where it begins with one of = + - @, a tab, or an end of line. */
    public static String neutralise(String text) {
        boolean formula = !text.isEmpty() && FORMULA_BEGINS_WITH.indexOf(text.charAt(0)) >= 0;
        return formula ? "'" + text : text;
    }

    static @Nullable String neutraliseNullable(@Nullable String text) {
        return text == null ? null : neutralise(text);
    }
}
