package io.allegiance.cli.text;

import java.util.regex.Pattern;

/** Texts of files as a terminal may show them: without characters that it would obey, and not too long. */
final class Printable {

    /** Characters that command a terminal, and those that change the direction of what it shows. */
    private static final Pattern COMMANDS = Pattern.compile("[\\p{Cntrl}\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Co}\\p{Cs}]");

    private static final int LONGEST = 60;
    private static final String CUT = "...";

    private Printable() {}

    /** Returns the text with a question mark in the place of each such character. */
    static String of(String text) {
        return COMMANDS.matcher(text).replaceAll("?");
    }

    /** Returns the same between quotes, at most {@value #LONGEST} characters of it; {@code (blank)} for a blank text. */
    static String quoted(String text) {
        String shown = of(text.strip());
        if (shown.isEmpty()) {
            return "(blank)";
        }
        if (shown.codePointCount(0, shown.length()) <= LONGEST) {
            return "'" + shown + "'";
        }
        return "'" + shown.substring(0, shown.offsetByCodePoints(0, LONGEST - CUT.length())) + CUT + "'";
    }
}
