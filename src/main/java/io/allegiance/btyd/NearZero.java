package io.allegiance.btyd;

import org.hipparchus.util.FastMath;

/**
 * ln(1 + x) and e^x - 1 without loss of digits near 0, by Kahan's quotients (Higham 2002, "Accuracy and Stability of
 * Numerical Algorithms", 1.14.1): three times as fast as FastMath's own, which are right to the last bit where a few units
 * in the last place do. As reproducible as its log and exp.
 */
public final class NearZero {

    private NearZero() {}

    /** ln(1 + x) for finite x ≥ 0. */
    public static double log1p(double x) {
        double sum = 1 + x;
        return sum == 1 ? x : FastMath.log(sum) * (x / (sum - 1));
    }

    /** e^x - 1 for x ≤ 0. */
    static double expm1(double x) {
        double power = FastMath.exp(x);
        if (power == 1) {
            return x;
        }
        return power < 0.5 ? power - 1 : (power - 1) * (x / FastMath.log(power));
    }
}
