package io.allegiance.loyalty;

/** The rhythm of a customer's purchase days. */
final class Cadence {

    /** Of purchases at random times (a Poisson process), whose gaps have the standard deviation of their mean. */
    static final double RANDOM = 0.5;

    /** The prior weight of a random cadence, in gaps. */
    private static final double PRIOR_GAPS = 2;

    private Cadence() {}

    /**
     * The regularity of the gaps between purchase days: 1 / (1 + CV²) with CV the coefficient of variation of the x gaps, that is
     * (mean gap)² / mean squared gap, in (0, 1]; 1 for equal gaps. Shrunk towards {@link #RANDOM}, one gap less than there
     * are counting, because a single gap is always equal to itself:
     *
     * <pre>
     *     ((x - 1) · r + 2 · 0.5) / (x - 1 + 2)        for x ≥ 2, else 0.5
     * </pre>
     */
    static double regularity(LoyalCustomer customer) {
        int gaps = customer.repeatPurchases();
        if (gaps < 2) {
            return RANDOM;
        }
        double span = customer.lastPurchaseAgeDays();
        double regularity = span * span / ((double) gaps * customer.history().gapSquares());
        return ((gaps - 1) * regularity + PRIOR_GAPS * RANDOM) / (gaps - 1 + PRIOR_GAPS);
    }
}
