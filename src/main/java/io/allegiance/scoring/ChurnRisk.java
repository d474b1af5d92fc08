package io.allegiance.scoring;

import io.allegiance.decimal.FixedPoint;
import org.jspecify.annotations.Nullable;

/**
 * The churn risk of a customer.
 *
 * @param churnProbability P(no purchase day in the next H days), in millionths, 0..1,000,000
 * @param churnBand the same in one word
 * @param probabilityAlive the purchase model's P(alive), in millionths, 0..1,000,000; null where it cannot be told
 */
public record ChurnRisk(
        long churnProbability,
        ChurnBand churnBand,
        @Nullable Long probabilityAlive) {

    private static final long ONE = 1_000_000;

    public ChurnRisk {
        requireProbability("churn probability", churnProbability);
        if (probabilityAlive != null) {
            requireProbability("probability alive", probabilityAlive);
        }
    }

    /** Rounds the probabilities, half to even, and finds the band. */
    public static ChurnRisk of(double churnProbability, @Nullable Double probabilityAlive, ChurnBands bands) {
        long churn = FixedPoint.round(churnProbability, FixedPoint.PROBABILITY);
        return new ChurnRisk(
                churn,
                bands.bandOf(churn),
                probabilityAlive == null ? null : FixedPoint.round(probabilityAlive, FixedPoint.PROBABILITY));
    }

    private static void requireProbability(String name, long millionths) {
        if (millionths < 0 || millionths > ONE) {
            throw new IllegalArgumentException(
                    name + " must be in [0, 1]; was " + FixedPoint.decimal(millionths, FixedPoint.PROBABILITY));
        }
    }
}
