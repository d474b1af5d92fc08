package io.allegiance.scoring;

import io.allegiance.decimal.FixedPoint;
import io.allegiance.segment.BandEdges;

/**
 * The edges between the churn bands: LOW below {@code medium}, HIGH from {@code high} on.
 *
 * <p>A band is decided on the probability as it is published, with six decimals, so that a reader who compares the two
 * columns never finds them at odds.
 *
 * @param medium the least probability of MEDIUM, in millionths
 * @param high the least probability of HIGH, in millionths
 */
public record ChurnBands(long medium, long high) {

    /** 0.4 and 0.7: rather stays, may go either way, rather goes. */
    public static final ChurnBands DEFAULT = of(0.4, 0.7);

    private static final long ONE = 1_000_000;

    public ChurnBands {
        if (!(0 < medium && medium < high && high < ONE)) {
            throw new IllegalArgumentException("churn band edges must be in 0 < medium < high < 1; were %s and %s"
                    .formatted(
                            FixedPoint.decimal(medium, FixedPoint.PROBABILITY),
                            FixedPoint.decimal(high, FixedPoint.PROBABILITY)));
        }
    }

    /** Edges from the configuration, rounded to six decimals. */
    public static ChurnBands of(double medium, double high) {
        return new ChurnBands(
                FixedPoint.round(medium, FixedPoint.PROBABILITY), FixedPoint.round(high, FixedPoint.PROBABILITY));
    }

    /** The same for segment rules. */
    public BandEdges edges() {
        return new BandEdges(medium, high);
    }

    /** The band of a churn probability in millionths. */
    public ChurnBand bandOf(long churnProbability) {
        if (churnProbability < medium) {
            return ChurnBand.LOW;
        }
        return churnProbability < high ? ChurnBand.MEDIUM : ChurnBand.HIGH;
    }
}
