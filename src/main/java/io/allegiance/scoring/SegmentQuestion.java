package io.allegiance.scoring;

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
                loyalty.loyalty(),
                loyalty.repeat(),
                loyalty.volume(),
                loyalty.breadth(),
                loyalty.commitment(),
                loyalty.advocacy(),
                loyalty.forgiveness(),
                loyalty.spendGrowth(),
                loyalty.brand(),
                money == null ? null : money.expectedValue(),
                money == null ? null : money.valueAtRisk());
    }
}
