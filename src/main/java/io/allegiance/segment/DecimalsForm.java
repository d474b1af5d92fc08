package io.allegiance.segment;

import io.allegiance.decimal.FixedPoint;
import io.allegiance.loyalty.LoyaltyScores;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Numbers on a scale without steps, written {@code 60..} (60 or more), {@code ..40} (below 40) or {@code 40..60} (from 40 to
 * below 60): as the lower end belongs to a range and the upper one does not, ranges that share an end neither overlap nor
 * leave a gap. A unit is the last digit that a published value has.
 *
 * @param digits after the point
 * @param most the greatest value, in units; the least is 0
 * @param mayBeUnknown whether a customer may lack the value
 * @param examples what a range looks like, for messages
 */
record DecimalsForm(int digits, long most, boolean mayBeUnknown, String examples) implements FieldForm {

    /** Probabilities, in millionths. */
    static final DecimalsForm PROBABILITY = new DecimalsForm(6, BandEdges.CERTAIN, false, "0.7.., ..0.4 or 0.4..0.7");
    /** Scores of 0 to 100, in hundredths. */
    static final DecimalsForm SCORE = new DecimalsForm(2, LoyaltyScores.HIGHEST, true, "60.., ..40 or 40..60");
    /** Money, in ten-thousandths. */
    static final DecimalsForm MONEY = new DecimalsForm(4, Long.MAX_VALUE, true, "500.., ..100 or 100..500");
    /** Whole days. */
    static final DecimalsForm DAYS = new DecimalsForm(0, SegmentFacts.MOST_DAYS, false, "30.., ..14 or 14..30");

    private static final String NUMBER = "(-?[0-9]{1,40}(?:\\.[0-9]{1,40})?)?";
    private static final Pattern FORM = Pattern.compile(NUMBER + " ?\\.\\. ?" + NUMBER);

    @Override
    public ValueRange parse(SegmentField field, String text) {
        if (mayBeUnknown && text.equals(SegmentField.UNKNOWN)) {
            return ValueRange.UNKNOWN;
        }
        Matcher form = FORM.matcher(text);
        if (!form.matches() || (form.group(1) == null && form.group(2) == null)) {
            String allowed = "must be a range such as " + examples;
            throw FieldForm.refused(field, mayBeUnknown ? allowed + ", or the word unknown" : allowed, text);
        }
        return range(field, units(field, form.group(1), text), units(field, form.group(2), text), text);
    }

    private ValueRange range(SegmentField field, @Nullable Long least, @Nullable Long end, String text) {
        long from = least == null ? 0 : least;
        if (end == null) {
            return new ValueRange(from, most);
        }
        if (from > end) {
            throw FieldForm.refused(field, "runs backwards", text);
        }
        if (from == end) {
            throw FieldForm.refused(field, "asks for nothing, as a range ends below its upper end", text);
        }
        return new ValueRange(from, end - 1);
    }

    private @Nullable Long units(SegmentField field, @Nullable String number, String text) {
        if (number == null) {
            return null;
        }
        BigDecimal value = new BigDecimal(number);
        if (value.signum() < 0 || value.compareTo(FixedPoint.decimal(most, digits)) > 0) {
            throw FieldForm.refused(field, "is " + field.scale(), text);
        }
        if (value.scale() > digits) {
            String allowed = digits == 0 ? "is in whole numbers" : "has no more than " + digits + " decimals";
            throw FieldForm.refused(field, allowed, text);
        }
        return FixedPoint.of(value, digits);
    }

    @Override
    public String text(ValueRange range) {
        if (range.equals(ValueRange.UNKNOWN)) {
            return SegmentField.UNKNOWN;
        }
        boolean toTheEnd = range.to() == most;
        String from = range.from() == 0 && !toTheEnd ? "" : decimal(range.from());
        return from + ".." + (toTheEnd ? "" : decimal(range.to() + 1));
    }

    private String decimal(long units) {
        return FixedPoint.decimal(units, digits).stripTrailingZeros().toPlainString();
    }

    @Override
    public ValueRange everything() {
        return new ValueRange(mayBeUnknown ? ValueRange.UNKNOWN_VALUE : 0, most);
    }
}
