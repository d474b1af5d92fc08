package io.allegiance.scoring;

import org.jspecify.annotations.Nullable;

/**
 * A customer's score over one further horizon of h days, rounded as it is published.
 *
 * @param horizonDays h
 * @param churnProbability P(no purchase day in the next h days), in millionths, 0..1,000,000
 * @param expectedPurchases E[purchase days in the next h days], in millionths, 0 or more
 * @param expectedValue what the next h days are expected to bring, in ten-thousandths of the reporting currency, 0 or more; null
 *     where the expected spend is unknown
 */
public record HorizonScore(
        int horizonDays,
        long churnProbability,
        long expectedPurchases,
        @Nullable Long expectedValue) {

    private static final long ONE = 1_000_000;

    public HorizonScore {
        if (churnProbability < 0 || churnProbability > ONE) {
            throw new IllegalArgumentException(
                    "churn probability must be in 0..1,000,000 millionths; was " + churnProbability);
        }
        if (expectedPurchases < 0 || (expectedValue != null && expectedValue < 0)) {
            throw new IllegalArgumentException("expected purchases and value must not be negative; were "
                    + expectedPurchases + " and " + expectedValue);
        }
    }
}
