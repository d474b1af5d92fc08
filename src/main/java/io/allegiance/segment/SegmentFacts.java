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
 * @param days how long ago things happened
 */
public record SegmentFacts(
        RfmScore rfm,
        long churnProbability,
        LoyaltyScores loyalty,
        @Nullable Long expectedValue,
        @Nullable Long valueAtRisk,
        Days days) {

    /** More days than the calendar of the database has. */
    static final long MOST_DAYS = 9_999_999;

    /**
     * Whole days up to the score date, 0..9,999,999 each.
     *
     * @param sinceLastPurchase from the customer's last purchase day
     * @param history from the day on which the shop's history begins
     */
    public record Days(int sinceLastPurchase, int history) {

        /** A customer who buys on the first day of a shop. */
        public static final Days NONE = new Days(0, 0);

        public Days {
            require("days since the last purchase", sinceLastPurchase, MOST_DAYS);
            require("days of history", history, MOST_DAYS);
        }
    }

    public SegmentFacts {
        require("churn probability", churnProbability, BandEdges.CERTAIN);
        requireMoney("expected value", expectedValue);
        requireMoney("value at risk", valueAtRisk);
    }

    /** Returns the facts of a customer without other figures, who buys on the first day of a shop. */
    public static SegmentFacts of(RfmScore rfm, long churnProbability) {
        return of(rfm, churnProbability, Days.NONE);
    }

    /** Returns the facts of a customer without other figures. */
    public static SegmentFacts of(RfmScore rfm, long churnProbability, Days days) {
        return new SegmentFacts(rfm, churnProbability, LoyaltyScores.NONE, null, null, days);
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
