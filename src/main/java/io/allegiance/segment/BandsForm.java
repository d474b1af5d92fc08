package io.allegiance.segment;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Churn bands, written {@code HIGH} or {@code LOW..MEDIUM}, both ends included; the units are the places of the bands,
 * from 0. {@link BandEdges} turns them into churn probabilities.
 */
record BandsForm() implements FieldForm {

    private static final List<String> BANDS = List.of("LOW", "MEDIUM", "HIGH");
    private static final Pattern FORM = Pattern.compile("(LOW|MEDIUM|HIGH)(?: ?\\.\\. ?(LOW|MEDIUM|HIGH))?");

    @Override
    public ValueRange parse(SegmentField field, String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw FieldForm.refused(field, "must be " + field.scale() + " or a range such as LOW..MEDIUM", text);
        }
        int from = BANDS.indexOf(form.group(1));
        int to = form.group(2) == null ? from : BANDS.indexOf(form.group(2));
        if (from > to) {
            throw FieldForm.refused(field, "runs backwards", text);
        }
        return new ValueRange(from, to);
    }

    @Override
    public String text(ValueRange range) {
        String from = BANDS.get((int) range.from());
        return range.from() == range.to() ? from : from + ".." + BANDS.get((int) range.to());
    }

    @Override
    public ValueRange everything() {
        return new ValueRange(0, BANDS.size() - 1);
    }
}
