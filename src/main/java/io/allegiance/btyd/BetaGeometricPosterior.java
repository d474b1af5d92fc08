package io.allegiance.btyd;

import org.hipparchus.util.FastMath;

/**
 * A customer who is still alive under BG/NBD or MBG/NBD: purchases come at a rate λ ~ Gamma(shape, rate) a week, and after
 * each the customer stops for good with probability p ~ Beta(a, b).
 *
 * <p>With z = H / rate, K ~ NegativeBinomial(shape, z / (1 + z)) counts the purchases in H weeks of one who never stops,
 * and
 *
 * <pre>
 *   P(N ≥ 1) = P(K ≥ 1) = 1 - (1 + z)^-shape
 *   E[N]     = Σₖ P(K = k) cₖ,   cₖ = Σⱼ B(a, b + j) / B(a, b) for j < k
 * </pre>
 *
 * This is the ₂F₁ of Fader, Hardie and Lee (2005), equation 10, summed by purchases: all terms are positive, and a = 1,
 * where their quotient is 0 / 0, is a point like any other. A sum that would be long gives way to the same expectation
 * as an integral over p, see {@link LogitQuadrature}. Relative error below 10⁻¹¹.
 */
record BetaGeometricPosterior(double shape, double rate, double a, double b) implements AlivePosterior {

    private static final int LONGEST_SUM = 2_000;
    private static final double NEGLIGIBLE = 1e-14;
    private static final double HUGE = 1e250;

    @Override
    public double logNoPurchase(double weeks) {
        return -shape * AccurateLogs.log1p(weeks / rate);
    }

    @Override
    public PurchaseProbability purchaseProbability(double weeks) {
        double log = logNoPurchase(weeks);
        double none = FastMath.exp(log);
        return new PurchaseProbability(none, -AccurateLogs.expm1(log, none));
    }

    @Override
    public double expectedPurchasesGivenAny(double weeks) {
        double z = weeks / rate;
        double mean = shape * z;
        double terms = mean + 10 * FastMath.sqrt(mean * (1 + z)) + 40 * (1 + z);
        double expected = terms <= LONGEST_SUM ? sumGivenAny(z / (1 + z)) : expectation(z) / anyPurchase(weeks);
        return Math.max(1, expected);
    }

    /* The weights P(K = k) are known up to a factor, which cancels; so they start at 1 and none can underflow. The counter is no
     * int: to convert it in each term makes the sum take four times as long. */
    private double sumGivenAny(double w) {
        double weight = 1;
        double total = 1;
        double survived = 1;
        double purchases = 1;
        double sum = 1;
        double ratio = w * (shape + 1) / 2;
        for (double k = 1; !negligible(weight * purchases, sum, shape > 1 ? ratio : w); k++) {
            survived *= (b + k - 1) / (a + b + k - 1);
            purchases += survived;
            weight *= ratio;
            total += weight;
            sum += weight * purchases;
            if (sum > HUGE) {
                weight /= HUGE;
                total /= HUGE;
                sum /= HUGE;
            }
            ratio = w * (shape + k + 1) / (k + 2);
        }
        return sum / total;
    }

    /* cₖ grows at most in proportion to k, so the terms left are less than term · ratio / (1 - ratio)². */
    private static boolean negligible(double term, double sum, double ratio) {
        return ratio < 1 && term <= NEGLIGIBLE * (1 - ratio) * (1 - ratio) * sum;
    }

    /** E[N] = E[(1 - (1 + p z)^-shape) / p] over p ~ Beta(a, b). */
    double expectation(double z) {
        double scale = 1 + z + shape * z;
        return new LogitQuadrature(a, b, scale).mean(p -> -AccurateLogs.expm1(-shape * AccurateLogs.log1p(p * z)) / p);
    }
}
