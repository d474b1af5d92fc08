package io.allegiance.wording;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Texts of files, of the database and of file names as a terminal may show them: without characters that it would obey. Those are control
 * characters (C0 and C1), characters that change the direction of a text or cannot be seen, line and paragraph separators,
 * and characters of private use.
 */
public final class Printable {

    private static final String KINDS = "\\p{Cntrl}\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Co}\\p{Cs}";

    private static final Pattern COMMANDS = Pattern.compile("[" + KINDS + "]");
    private static final Pattern COMMANDS_IN_LINES = Pattern.compile("\\r(?!\\n)|[" + KINDS + "&&[^\\r\\n]]");

    private static final int LONGEST = 60;
    private static final String CUT = "...";
    private static final String REPLACEMENT = "?";

    private Printable() {}

    /** Returns the text with a question mark in the place of each such character, line ends among them: it stays in one line. */
    public static String of(String text) {
        return isPlain(text) ? text : COMMANDS.matcher(text).replaceAll(REPLACEMENT);
    }

    /** Returns the text with a question mark in the place of each such character, except where a line ends. */
    public static String lines(String text) {
        return isPlain(text) ? text : COMMANDS_IN_LINES.matcher(text).replaceAll(REPLACEMENT);
    }

    /** Returns the same as {@link #of} between quotes, at most {@value #LONGEST} characters of it; {@code (blank)} for a blank text. */
    public static String quoted(String text) {
        String shown = of(text.strip());
        if (shown.isEmpty()) {
            return "(blank)";
        }
        if (shown.codePointCount(0, shown.length()) <= LONGEST) {
            return "'" + shown + "'";
        }
        return "'" + shown.substring(0, shown.offsetByCodePoints(0, LONGEST - CUT.length())) + CUT + "'";
    }

    /** Returns a JSON text of the same content in which each such character is escaped, except where a line ends. */
    public static String json(String json) {
        return isPlain(json) ? json : COMMANDS_IN_LINES.matcher(json).replaceAll(found -> escape(found.group()));
    }

    private static String escape(String character) {
        StringBuilder escaped = new StringBuilder();
        character.chars().forEach(unit -> escaped.append(String.format(Locale.ROOT, "\\\\u%04x", unit)));
        return escaped.toString();
    }

    /** Most texts are, and need no closer look. */
    private static boolean isPlain(String text) {
        return text.chars().allMatch(unit -> unit >= ' ' && unit < 0x7f);
    }
}
