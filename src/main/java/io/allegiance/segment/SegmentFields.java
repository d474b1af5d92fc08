package io.allegiance.segment;

import io.allegiance.loyalty.Dimension;
import io.allegiance.loyalty.Dimensions;
import io.allegiance.loyalty.LoyaltyScores;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The fields that conditions may use: one for each word of the file, in the order in which messages list them. */
public final class SegmentFields {

    private static final String FIFTHS = "a score of 1 to 5";
    private static final String MONEY = "money of 0 to 922337203685477.5807";
    private static final String DAYS = "whole days, 0 to 9999999";

    private static final List<SegmentField> RFM = List.of(
            new SegmentField(
                    "recency", FIFTHS, FifthsForm.KNOWN, facts -> facts.rfm().recency()),
            new SegmentField(
                    "frequency", FIFTHS, FifthsForm.KNOWN, facts -> facts.rfm().frequency()),
            new SegmentField(
                    "monetary",
                    FIFTHS,
                    FifthsForm.OR_UNKNOWN,
                    facts -> orUnknown(facts.rfm().monetary())),
            new SegmentField(
                    "frequency_monetary",
                    FIFTHS,
                    FifthsForm.KNOWN,
                    facts -> facts.rfm().frequencyMonetary()));

    private static final SegmentField CHURN_PROBABILITY = new SegmentField(
            "churn_probability", "a probability of 0 to 1", DecimalsForm.PROBABILITY, SegmentFacts::churnProbability);

    /** A coarse way to ask about {@link #CHURN_PROBABILITY}. */
    private static final SegmentField CHURN_BAND =
            new SegmentField("churn_band", "LOW, MEDIUM, HIGH", new BandsForm(), SegmentFacts::churnProbability);

    private static final List<SegmentField> VALUE = List.of(
            new SegmentField("expected_value", MONEY, DecimalsForm.MONEY, facts -> orUnknown(facts.expectedValue())),
            new SegmentField("value_at_risk", MONEY, DecimalsForm.MONEY, facts -> orUnknown(facts.valueAtRisk())));

    private static final List<SegmentField> TIME = List.of(
            new SegmentField(
                    "days_since_last_purchase",
                    DAYS,
                    DecimalsForm.DAYS,
                    facts -> facts.days().sinceLastPurchase()),
            new SegmentField(
                    "history_days",
                    DAYS,
                    DecimalsForm.DAYS,
                    facts -> facts.days().history()));

    /** The fields with the dimensions of the program. */
    public static final SegmentFields ALL = of(Dimensions.ALL);

    private final List<SegmentField> list;
    private final List<SegmentField> axes;

    private SegmentFields(List<SegmentField> list, boolean bandsApart) {
        this.list = List.copyOf(list);
        this.axes = list.stream()
                .filter(field -> !field.isOfRfm() && (bandsApart || field != CHURN_BAND))
                .toList();
    }

    /** The fields with some dimensions: a field for the loyalty score, and one for each of them. */
    public static SegmentFields of(List<Dimension> dimensions) {
        List<SegmentField> list = new ArrayList<>(RFM);
        list.add(CHURN_BAND);
        list.add(CHURN_PROBABILITY);
        List<String> columns = LoyaltyScores.columns(dimensions);
        for (int column = 0; column < columns.size(); column++) {
            list.add(loyalty(columns.get(column), column));
        }
        list.addAll(VALUE);
        list.addAll(TIME);
        return new SegmentFields(list, false);
    }

    /** The same fields where the edges between bands are not known yet: any band can go with any churn probability. */
    SegmentFields withBandsApart() {
        return new SegmentFields(list, true);
    }

    private static SegmentField loyalty(String word, int column) {
        return new SegmentField(word, "a score of 0 to 100", DecimalsForm.SCORE, facts -> facts.loyaltyUnits(column));
    }

    /** All fields, in their order. */
    public List<SegmentField> list() {
        return list;
    }

    /** The fields that neither RFM scores nor other fields give. */
    List<SegmentField> axes() {
        return axes;
    }

    /**
     * The place in {@link #axes} of a field that RFM scores do not give; that of the churn probability for bands that are
     * no axis of their own.
     */
    int axisOf(SegmentField field) {
        return axes.indexOf(axes.contains(field) ? field : CHURN_PROBABILITY);
    }

    static boolean isBand(SegmentField field) {
        return field == CHURN_BAND;
    }

    Optional<SegmentField> find(String word) {
        return list.stream().filter(field -> field.word().equals(word)).findFirst();
    }

    String words() {
        return list.stream().map(SegmentField::word).collect(Collectors.joining(", "));
    }

    private static long orUnknown(@Nullable Integer value) {
        return value == null ? ValueRange.UNKNOWN_VALUE : value;
    }

    private static long orUnknown(@Nullable Long value) {
        return value == null ? ValueRange.UNKNOWN_VALUE : value;
    }
}
