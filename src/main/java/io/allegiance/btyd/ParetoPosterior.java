package io.allegiance.btyd;

import org.hipparchus.util.FastMath;

/**
 * A customer who is still alive under Pareto/NBD: purchases come at a rate λ ~ Gamma(shape, rate) a week, until the
 * customer stops for good at a rate μ ~ Gamma(s, age).
 *
 * <pre>
 *   P(N = 0) = (1 + H/rate)^-shape (1 + H/age)^-s + s/age ∫₀ᴴ (1 + v/rate)^-shape (1 + v/age)^-(s + 1) dv
 *   P(N ≥ 1) = shape/rate ∫₀ᴴ (1 + v/rate)^-(shape + 1) (1 + v/age)^-s dv
 *   E[N]     = shape/rate ∫₀ᴴ (1 + v/age)^-s dv
 * </pre>
 *
 * The first two add up to 1; each is computed by itself, so that neither loses digits where it is small.
 *
 * @param age the rate of μ's distribution in weeks, β + T
 */
record ParetoPosterior(double shape, double rate, double s, double age) implements AlivePosterior {

    @Override
    public double logNoPurchase(double weeks) {
        double purchase = shape * AccurateLogs.log1p(weeks / rate) + s * AccurateLogs.log1p(weeks / age);
        double stopped =
                new TwoPowerIntegral().integrate(rate, shape, age, s + 1, weeks).value();
        return FastMath.log(FastMath.exp(-purchase) + s / age * stopped);
    }

    @Override
    public PurchaseProbability purchaseProbability(double weeks) {
        double any =
                new TwoPowerIntegral().integrate(rate, shape + 1, age, s, weeks).value();
        return new PurchaseProbability(FastMath.exp(logNoPurchase(weeks)), Math.min(1, shape / rate * any));
    }

    @Override
    public double expectedPurchasesGivenAny(double weeks) {
        return Math.max(1, expectedPurchases(weeks) / anyPurchase(weeks));
    }

    /** E[N] = shape/rate · (age - (age + H) q^s) / (s - 1) with q = age / (age + H), a logarithm at s = 1. */
    double expectedPurchases(double weeks) {
        double z = AccurateLogs.log1p(weeks / age);
        double times = (s - 1) * z;
        double fall = Math.abs(times) == 0 ? 1 : -AccurateLogs.expm1(-Math.abs(times)) / Math.abs(times);
        return shape / rate * age * z * fall * FastMath.exp(Math.max(0, -times));
    }
}
