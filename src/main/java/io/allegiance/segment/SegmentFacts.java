package io.allegiance.segment;

import io.allegiance.rfm.RfmScore;
import org.jspecify.annotations.Nullable;

/**
 * What rules can ask about a customer, in the units of the published columns.
 *
 * @param rfm the RFM scores
 * @param churnProbability in millionths, 0..1,000,000
 * @param loyalty the loyalty score, in hundredths, 0..10,000; null where unknown, as is each dimension that follows
 * @param repeat likewise
 * @param volume likewise
 * @param breadth likewise
 * @param commitment likewise
 * @param advocacy likewise
 * @param forgiveness likewise
 * @param spendGrowth likewise
 * @param brand likewise
 * @param expectedValue in ten-thousandths of the reporting currency, at least 0; null where unknown
 * @param valueAtRisk likewise
 */
public record SegmentFacts(
        RfmScore rfm,
        long churnProbability,
        @Nullable Integer loyalty,
        @Nullable Integer repeat,
        @Nullable Integer volume,
        @Nullable Integer breadth,
        @Nullable Integer commitment,
        @Nullable Integer advocacy,
        @Nullable Integer forgiveness,
        @Nullable Integer spendGrowth,
        @Nullable Integer brand,
        @Nullable Long expectedValue,
        @Nullable Long valueAtRisk) {

    static final int BEST_SCORE = 10_000;

    public SegmentFacts {
        require("churn probability", churnProbability, BandEdges.CERTAIN);
        requireScore("loyalty score", loyalty);
        requireScore("repeat score", repeat);
        requireScore("volume score", volume);
        requireScore("breadth score", breadth);
        requireScore("commitment score", commitment);
        requireScore("advocacy score", advocacy);
        requireScore("forgiveness score", forgiveness);
        requireScore("spend growth score", spendGrowth);
        requireScore("brand score", brand);
        requireMoney("expected value", expectedValue);
        requireMoney("value at risk", valueAtRisk);
    }

    /** A customer of whom nothing else is known. */
    public static SegmentFacts of(RfmScore rfm, long churnProbability) {
        return new SegmentFacts(
                rfm, churnProbability, null, null, null, null, null, null, null, null, null, null, null);
    }

    private static void requireScore(String name, @Nullable Integer score) {
        if (score != null) {
            require(name, score, BEST_SCORE);
        }
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
