package io.allegiance.scoring;

import io.allegiance.loyalty.Dimension;
import io.allegiance.loyalty.Dimensions;
import io.allegiance.loyalty.LoyaltyScores;
import java.util.List;
import java.util.stream.Stream;

/** The columns of a published score, in the order of the export. */
public final class ScoreColumns {

    private static final List<String> BEFORE_LOYALTY = List.of(
            "customer_id",
            "score_date",
            "model_version",
            "segment",
            "previous_segment",
            "segment_since",
            "recency_score",
            "frequency_score",
            "monetary_score",
            "churn_probability",
            "churn_band",
            "probability_alive",
            "expected_purchases",
            "expected_spend",
            "expected_value",
            "value_at_risk");

    private static final List<String> AFTER_LOYALTY =
            List.of("next_best_category", "reason_1", "reason_2", "reason_3", "eligibility");

    /** Every column. */
    public static final List<String> NAMES = names(Dimensions.ALL);

    /** The columns that look back at the publication before; the score digest leaves them out. */
    public static final List<String> SEGMENT_STATE = List.of("segment", "previous_segment", "segment_since");

    /** The loyalty score and its dimensions. */
    public static final List<String> LOYALTY = LoyaltyScores.columns(Dimensions.ALL);

    private ScoreColumns() {}

    /** Every column of scores on some dimensions. */
    static List<String> names(List<Dimension> dimensions) {
        return Stream.of(BEFORE_LOYALTY, LoyaltyScores.columns(dimensions), AFTER_LOYALTY)
                .flatMap(List::stream)
                .toList();
    }

    /** The first line of an export, without its line feed. */
    public static String header() {
        return String.join(",", NAMES);
    }
}
