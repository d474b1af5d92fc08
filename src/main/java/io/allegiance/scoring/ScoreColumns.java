package io.allegiance.scoring;

import java.util.List;

/** The columns of a published score, in the order of the export. */
public final class ScoreColumns {

    /** Every column. */
    public static final List<String> NAMES = List.of(
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
            "value_at_risk",
            "loyalty_score",
            "repeat_score",
            "volume_score",
            "breadth_score",
            "commitment_score",
            "advocacy_score",
            "forgiveness_score",
            "spend_growth_score",
            "brand_score",
            "next_best_category",
            "reason_1",
            "reason_2",
            "reason_3",
            "eligibility");

    /** The columns that look back at the publication before; the score digest leaves them out. */
    public static final List<String> SEGMENT_STATE = List.of("segment", "previous_segment", "segment_since");

    /** The loyalty score and its dimensions. */
    public static final List<String> LOYALTY =
            NAMES.subList(NAMES.indexOf("loyalty_score"), NAMES.indexOf("next_best_category"));

    private ScoreColumns() {}

    /** The first line of an export, without its line feed. */
    public static String header() {
        return String.join(",", NAMES);
    }
}
