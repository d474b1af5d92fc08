package io.allegiance.churn;

import org.hipparchus.util.FastMath;

/** The logistic function σ(z) = 1 / (1 + e^-z) and what goes with it, without overflow. */
public final class Logit {

    private Logit() {}

    /** σ(z), in [0, 1]. */
    public static double probability(double logit) {
        if (logit >= 0) {
            return 1 / (1 + FastMath.exp(-logit));
        }
        double odds = FastMath.exp(logit);
        return odds / (1 + odds);
    }

    /** ln(p / (1 - p)), for p in (0, 1). */
    public static double of(double probability) {
        return FastMath.log(probability / (1 - probability));
    }

    /** σ(logit p + z): a probability moved by some logits; 0 and 1 stay. */
    public static double shifted(double probability, double logits) {
        return probability <= 0 || probability >= 1 ? probability : probability(of(probability) + logits);
    }

    /** ln(1 + e^z). */
    static double softplus(double z) {
        return Math.max(z, 0) + FastMath.log1p(FastMath.exp(-Math.abs(z)));
    }
}
