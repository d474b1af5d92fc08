package io.allegiance.scoring;

import io.allegiance.decimal.FixedPoint;
import io.allegiance.loyalty.Dimensions;
import io.allegiance.loyalty.LoyalCustomer;
import io.allegiance.loyalty.LoyaltyNorms;
import io.allegiance.loyalty.LoyaltyWeights;
import org.jspecify.annotations.Nullable;

/**
 * The loyalty score and the eight dimensions that it is the weighted mean of, each in hundredths, 0..10,000; null where
 * the customer's feed has no data for it.
 */
public record LoyaltyScores(
        @Nullable Integer loyalty,
        @Nullable Integer repeat,
        @Nullable Integer volume,
        @Nullable Integer breadth,
        @Nullable Integer commitment,
        @Nullable Integer advocacy,
        @Nullable Integer forgiveness,
        @Nullable Integer spendGrowth,
        @Nullable Integer brand) {

    /** Nothing is known. */
    public static final LoyaltyScores NONE = new LoyaltyScores(null, null, null, null, null, null, null, null, null);

    private static final int HUNDRED = 10_000;

    public LoyaltyScores {
        requireScore("loyalty score", loyalty);
        requireScore("repeat score", repeat);
        requireScore("volume score", volume);
        requireScore("breadth score", breadth);
        requireScore("commitment score", commitment);
        requireScore("advocacy score", advocacy);
        requireScore("forgiveness score", forgiveness);
        requireScore("spend growth score", spendGrowth);
        requireScore("brand score", brand);
    }

    /** Scores a customer, and rounds each half to even; the loyalty score is made of scores that are not rounded yet. */
    public static LoyaltyScores of(LoyalCustomer customer, LoyaltyNorms norms, LoyaltyWeights weights) {
        double[] scores = Dimensions.scores(customer, norms);
        return new LoyaltyScores(
                hundredths(weights.mean(scores)),
                hundredths(scores[0]),
                hundredths(scores[1]),
                hundredths(scores[2]),
                hundredths(scores[3]),
                hundredths(scores[4]),
                hundredths(scores[5]),
                hundredths(scores[6]),
                hundredths(scores[7]));
    }

    private static @Nullable Integer hundredths(double score) {
        return Double.isNaN(score) ? null : (int) FixedPoint.round(score, FixedPoint.SCORE);
    }

    private static void requireScore(String name, @Nullable Integer score) {
        if (score != null && (score < 0 || score > HUNDRED)) {
            throw new IllegalArgumentException(
                    name + " must be in 0..100; was " + FixedPoint.decimal(score, FixedPoint.SCORE));
        }
    }
}
