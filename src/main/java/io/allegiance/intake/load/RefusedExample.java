package io.allegiance.intake.load;

/**
 * A line of a file that was refused, for the person who imports it.
 *
 * @param lineNumber in the file, the header being line 1
 * @param text what was refused of it, or the beginning of that: it may be a customer's, and hold any character
 */
public record RefusedExample(long lineNumber, String text) {

    private static final int LONGEST = 200;

    public RefusedExample {
        text = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
