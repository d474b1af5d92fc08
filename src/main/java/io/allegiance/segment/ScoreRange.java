package io.allegiance.segment;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The values that a condition lets through: from..to within 1..5, or the unknown one alone (written as 0..0). */
public record ScoreRange(int from, int to) {

    private static final ScoreRange UNKNOWN = new ScoreRange(0, 0);
    private static final Pattern FORM = Pattern.compile("([1-5])(?: ?\\.\\. ?([1-5]))?");

    /**
     * Reads {@code 4..5}, {@code 5} or {@code unknown}.
     *
     * @throws IllegalArgumentException when it is none of these
     */
    static ScoreRange parse(SegmentField field, String text) {
        if (text.equals("unknown") && field == SegmentField.MONETARY) {
            return UNKNOWN;
        }
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException(allowed(field) + "; was '" + text + "'");
        }
        int from = Integer.parseInt(form.group(1));
        int to = form.group(2) == null ? from : Integer.parseInt(form.group(2));
        if (from > to) {
            throw new IllegalArgumentException(field.word() + " runs backwards; was '" + text + "'");
        }
        return new ScoreRange(from, to);
    }

    boolean contains(@Nullable Integer value) {
        return value == null ? from == 0 : from <= value && value <= to;
    }

    private static String allowed(SegmentField field) {
        String allowed = field.word() + " must be a score of 1 to 5 or a range such as 4..5";
        return field == SegmentField.MONETARY ? allowed + " or the word unknown" : allowed;
    }

    @Override
    public String toString() {
        if (from == 0) {
            return "unknown";
        }
        return from == to ? Integer.toString(from) : from + ".." + to;
    }
}
