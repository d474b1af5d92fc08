package io.allegiance.scoring;

import io.allegiance.decimal.FixedPoint;

/**
 * Where the bands MEDIUM and HIGH begin, as the configuration has it. With shares a night computes the edges from the churn
 * probabilities of all its customers:
 *
 * <pre>
 *   high     so that HIGH holds about the top N % of the customers
 *   medium   so that MEDIUM and HIGH together hold about the top M %, M > N
 * </pre>
 *
 * <p>The edges always are 0 &lt; medium &lt; high &lt; 1. Where many customers have the same probability, both edges may fall
 * on the same one, or a share's edge on the wrong side of a fixed one. Then a share gives way to the fixed edge, and of two
 * shares medium to high, by 0.000001, the least possible.
 */
public record ChurnBandLimits(BandLimit medium, BandLimit high) {

    private static final long ONE = 1_000_000;

    public ChurnBandLimits {
        if (areFixed(medium, high) && medium.millionths() >= high.millionths()) {
            throw new IllegalArgumentException("churn band edges must be in 0 < medium < high < 1; were %s and %s"
                    .formatted(
                            FixedPoint.decimal(medium.millionths(), FixedPoint.PROBABILITY),
                            FixedPoint.decimal(high.millionths(), FixedPoint.PROBABILITY)));
        }
        if (medium.isShare() && high.isShare() && medium.millionths() <= high.millionths()) {
            throw new IllegalArgumentException(
                    "the share of churn-bands.medium counts the customers of HIGH too, so it must be larger than that of"
                            + " churn-bands.high; they were '%s' and '%s'".formatted(medium.text(), high.text()));
        }
        if (!medium.isShare() && high.isShare() && medium.millionths() == ONE - 1
                || medium.isShare() && !high.isShare() && high.millionths() == 1) {
            throw new IllegalArgumentException(
                    "churn band edges must be in 0 < medium < high < 1; '%s' and '%s' leave no room for a third band"
                            .formatted(medium.text(), high.text()));
        }
    }

    /**
     * Reads both limits.
     *
     * @throws IllegalArgumentException with the key and the reason
     */
    public static ChurnBandLimits parse(String medium, String high) {
        return new ChurnBandLimits(parseLimit("medium", medium), parseLimit("high", high));
    }

    private static BandLimit parseLimit(String key, String text) {
        try {
            return BandLimit.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("allegiance.nightly.churn-bands." + key + " " + e.getMessage(), e);
        }
    }

    /** Returns whether both edges are fixed, so that no night has to compute any. */
    public boolean areFixed() {
        return areFixed(medium, high);
    }

    private static boolean areFixed(BandLimit medium, BandLimit high) {
        return !medium.isShare() && !high.isShare();
    }

    /** Returns whether both edges follow the customers. */
    public boolean areShares() {
        return medium.isShare() && high.isShare();
    }

    /** The fixed edges. */
    public ChurnBands toFixedBands() {
        if (!areFixed()) {
            throw new IllegalStateException("the edges of these churn bands are known once a night has set them");
        }
        return new ChurnBands(medium.millionths(), high.millionths());
    }

    /** The edges among customers. */
    public ChurnBands toBands(ChurnCounts customers) {
        long least = medium.isShare() ? 1 : medium.millionths();
        long upper = high.isShare()
                ? Math.min(ONE - 1, Math.max(least + 1, customers.leastOfTop(high.millionths())))
                : high.millionths();
        long lower = medium.isShare()
                ? Math.min(upper - 1, Math.max(1, customers.leastOfTop(medium.millionths())))
                : medium.millionths();
        return new ChurnBands(lower, upper);
    }

    /** The limits in one line, as the configuration writes them. */
    public String text() {
        return "medium: " + medium.text() + ", high: " + high.text();
    }
}
