package io.allegiance.scoring;

import io.allegiance.loyalty.LoyaltyScores;
import io.allegiance.rfm.RfmScore;
import io.allegiance.segment.SegmentFacts;

/** Puts what a night computed of a customer before the segment rules: the figures as they are published. */
final class SegmentQuestion {

    private SegmentQuestion() {}

    static SegmentFacts of(RfmScore rfm, ChurnRisk churn, LoyaltyScores loyalty, ScoreValue value) {
        ScoreValue.Money money = value.money();
        return new SegmentFacts(
                rfm,
                churn.churnProbability(),
                loyalty,
                money == null ? null : money.expectedValue(),
                money == null ? null : money.valueAtRisk());
    }
}
