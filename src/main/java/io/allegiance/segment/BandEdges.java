package io.allegiance.segment;

/**
 * The edges between churn bands: LOW below {@code medium}, HIGH from {@code high} on. Rules that ask about bands depend
 * on them.
 *
 * @param medium the least churn probability of MEDIUM, in millionths
 * @param high the least of HIGH, in millionths
 */
public record BandEdges(long medium, long high) {

    static final long CERTAIN = 1_000_000;

    public BandEdges {
        if (!(0 < medium && medium < high && high < CERTAIN)) {
            throw new IllegalArgumentException(
                    "band edges must be in 0 < medium < high < 1,000,000 millionths; were %d and %d"
                            .formatted(medium, high));
        }
    }

    /** The churn probabilities of a range of bands. */
    ValueRange probabilitiesOf(ValueRange bands) {
        long[] least = {0, medium, high, CERTAIN + 1};
        return new ValueRange(least[(int) bands.from()], least[(int) bands.to() + 1] - 1);
    }
}
