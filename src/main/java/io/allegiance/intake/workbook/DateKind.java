package io.allegiance.intake.workbook;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the number format of a cell makes of its number. */
enum DateKind {
    NUMBER,
    DATE,
    DATE_AND_TIME,
    TIME;

    /** Texts, escaped characters, paddings, and colours or languages in brackets. */
    private static final Pattern DECORATION = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?!h+]|m+]|s+])[^]]*]");

    private static final Pattern ELAPSED = Pattern.compile("\\[(?:h+|m+|s+)]");
    private static final Pattern FRACTION_OF_SECOND = Pattern.compile("(?<=s)[.,]0+");
    private static final Pattern DIGIT = Pattern.compile("[0#?]");

    /**
     * Finds what a format is.
     *
     * @param id the number of the format; up to 163 it is one of Excel's own, some of which have no code
     * @param code as in the workbook
     */
    static DateKind of(int id, @Nullable String code) {
        return code == null || code.isEmpty() ? ofExcelsOwn(id) : of(code);
    }

    private static DateKind ofExcelsOwn(int id) {
        if (id >= 14 && id <= 17 || id >= 27 && id <= 31 || id == 36 || id >= 50 && id <= 54 || id == 57 || id == 58) {
            return DATE;
        }
        if (id == 22) {
            return DATE_AND_TIME;
        }
        return id >= 18 && id <= 21 || id >= 32 && id <= 35 || id == 45 || id == 47 || id == 55 || id == 56
                ? TIME
                : NUMBER;
    }

    private static DateKind of(String code) {
        String format =
                DECORATION.matcher(code.toLowerCase(Locale.ROOT)).replaceAll("").split(";", 2)[0];
        String plain = FRACTION_OF_SECOND.matcher(format).replaceAll("");
        if (ELAPSED.matcher(plain).find()
                || DIGIT.matcher(plain).find()
                || plain.strip().equals("general")) {
            return NUMBER;
        }
        boolean time = plain.indexOf('h') >= 0 || plain.indexOf('s') >= 0;
        boolean date = plain.indexOf('y') >= 0 || plain.indexOf('d') >= 0 || !time && plain.indexOf('m') >= 0;
        return date ? time ? DATE_AND_TIME : DATE : time ? TIME : NUMBER;
    }
}
