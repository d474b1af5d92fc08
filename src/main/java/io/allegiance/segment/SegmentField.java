package io.allegiance.segment;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The fields that conditions may use: one constant for each word of the file, in the order in which messages list them.
 * Of each, in this order: the scale of its values, how conditions on it are written (and with it the unit of values
 * inside), and where a customer's value comes from.
 */
public enum SegmentField {
    RECENCY("a score of 1 to 5", FifthsForm.KNOWN, facts -> facts.rfm().recency()),
    FREQUENCY("a score of 1 to 5", FifthsForm.KNOWN, facts -> facts.rfm().frequency()),
    MONETARY(
            "a score of 1 to 5",
            FifthsForm.OR_UNKNOWN,
            facts -> orUnknown(facts.rfm().monetary())),
    FREQUENCY_MONETARY(
            "a score of 1 to 5", FifthsForm.KNOWN, facts -> facts.rfm().frequencyMonetary()),
    /** A coarse way to ask about {@link #CHURN_PROBABILITY}. */
    CHURN_BAND("LOW, MEDIUM, HIGH", new BandsForm(), SegmentFacts::churnProbability),
    CHURN_PROBABILITY("a probability of 0 to 1", DecimalsForm.PROBABILITY, SegmentFacts::churnProbability),
    LOYALTY_SCORE("a score of 0 to 100", DecimalsForm.SCORE, facts -> orUnknown(facts.loyalty())),
    REPEAT_SCORE("a score of 0 to 100", DecimalsForm.SCORE, facts -> orUnknown(facts.repeat())),
    VOLUME_SCORE("a score of 0 to 100", DecimalsForm.SCORE, facts -> orUnknown(facts.volume())),
    BREADTH_SCORE("a score of 0 to 100", DecimalsForm.SCORE, facts -> orUnknown(facts.breadth())),
    COMMITMENT_SCORE("a score of 0 to 100", DecimalsForm.SCORE, facts -> orUnknown(facts.commitment())),
    ADVOCACY_SCORE("a score of 0 to 100", DecimalsForm.SCORE, facts -> orUnknown(facts.advocacy())),
    FORGIVENESS_SCORE("a score of 0 to 100", DecimalsForm.SCORE, facts -> orUnknown(facts.forgiveness())),
    SPEND_GROWTH_SCORE("a score of 0 to 100", DecimalsForm.SCORE, facts -> orUnknown(facts.spendGrowth())),
    BRAND_SCORE("a score of 0 to 100", DecimalsForm.SCORE, facts -> orUnknown(facts.brand())),
    EXPECTED_VALUE("money of 0 to 922337203685477.5807", DecimalsForm.MONEY, facts -> orUnknown(facts.expectedValue())),
    VALUE_AT_RISK("money of 0 to 922337203685477.5807", DecimalsForm.MONEY, facts -> orUnknown(facts.valueAtRisk()));

    /** The word for a value that a customer lacks. */
    static final String UNKNOWN = "unknown";

    private final String scale;
    private final FieldForm form;
    private final ToLongFunction<SegmentFacts> value;

    SegmentField(String scale, FieldForm form, ToLongFunction<SegmentFacts> value) {
        this.scale = scale;
        this.form = form;
        this.value = value;
    }

    /** The word for it in the file. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The scale of its values, in words. */
    public String scale() {
        return scale;
    }

    FieldForm form() {
        return form;
    }

    /** The customer's value, in units; -1 where unknown. */
    long valueOf(SegmentFacts facts) {
        return value.applyAsLong(facts);
    }

    /** Returns whether the RFM scores alone give its value. */
    boolean isOfRfm() {
        return form instanceof FifthsForm;
    }

    static Optional<SegmentField> find(String word) {
        return Arrays.stream(values())
                .filter(field -> field.word().equals(word))
                .findFirst();
    }

    static String words() {
        return Arrays.stream(values()).map(SegmentField::word).collect(Collectors.joining(", "));
    }

    private static long orUnknown(@Nullable Integer value) {
        return value == null ? ValueRange.UNKNOWN_VALUE : value;
    }

    private static long orUnknown(@Nullable Long value) {
        return value == null ? ValueRange.UNKNOWN_VALUE : value;
    }
}
