package io.allegiance.segment;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Scores of 1 to 5, written {@code 5} or {@code 4..5}, both ends included; the units are the scores. */
record FifthsForm(boolean mayBeUnknown) implements FieldForm {

    static final FifthsForm KNOWN = new FifthsForm(false);
    static final FifthsForm OR_UNKNOWN = new FifthsForm(true);

    private static final Pattern FORM = Pattern.compile("([1-5])(?: ?\\.\\. ?([1-5]))?");

    @Override
    public ValueRange parse(SegmentField field, String text) {
        if (mayBeUnknown && text.equals(SegmentField.UNKNOWN)) {
            return ValueRange.UNKNOWN;
        }
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            String allowed = "must be " + field.scale() + " or a range such as 4..5";
            throw FieldForm.refused(field, mayBeUnknown ? allowed + " or the word unknown" : allowed, text);
        }
        int from = Integer.parseInt(form.group(1));
        int to = form.group(2) == null ? from : Integer.parseInt(form.group(2));
        if (from > to) {
            throw FieldForm.refused(field, "runs backwards", text);
        }
        return new ValueRange(from, to);
    }

    @Override
    public String text(ValueRange range) {
        if (range.equals(ValueRange.UNKNOWN)) {
            return SegmentField.UNKNOWN;
        }
        return range.from() == range.to() ? Long.toString(range.from()) : range.from() + ".." + range.to();
    }

    @Override
    public ValueRange everything() {
        return new ValueRange(mayBeUnknown ? ValueRange.UNKNOWN_VALUE : 1, 5);
    }
}
