package io.allegiance.segment;

import io.allegiance.loyalty.LoyaltyScores;
import io.allegiance.rfm.RfmScore;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a customer that rules may use, in the units of the published columns.
 *
 * @param rfm the RFM scores
 * @param churnProbability in millionths, 0..1,000,000
 * @param loyalty the loyalty score and its dimensions
 * @param expectedValue in ten-thousandths of the reporting currency, at least 0; null where unknown
 * @param valueAtRisk in ten-thousandths of the reporting currency, at least 0; null where unknown
 */
public record SegmentFacts(
        RfmScore rfm,
        long churnProbability,
        LoyaltyScores loyalty,
        @Nullable Long expectedValue,
        @Nullable Long valueAtRisk) {

    public SegmentFacts {
        require("churn probability", churnProbability, BandEdges.CERTAIN);
        requireMoney("expected value", expectedValue);
        requireMoney("value at risk", valueAtRisk);
    }

    /** Returns the facts of a customer without other figures. */
    public static SegmentFacts of(RfmScore rfm, long churnProbability) {
        return new SegmentFacts(rfm, churnProbability, LoyaltyScores.NONE, null, null);
    }

    /** The score of a column of {@link LoyaltyScores}, in hundredths; {@link ValueRange#UNKNOWN_VALUE} where unknown. */
    long loyaltyUnits(int column) {
        int hundredths = loyalty.get(column);
        return hundredths == LoyaltyScores.UNKNOWN ? ValueRange.UNKNOWN_VALUE : hundredths;
    }

    private static void requireMoney(String name, @Nullable Long money) {
        if (money != null) {
            require(name, money, Long.MAX_VALUE);
        }
    }

    private static void require(String name, long value, long most) {
        if (value < 0 || value > most) {
            throw new IllegalArgumentException(name + " must be in 0.." + most + " units; was " + value);
        }
    }
}
