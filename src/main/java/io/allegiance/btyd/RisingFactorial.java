package io.allegiance.btyd;

import org.hipparchus.util.FastMath;

/**
 * ln (z)ₙ = ln Γ(z + n) - ln Γ(z) and its derivative by z, for n that only grows: a sum of logarithms, which keeps the
 * digits that a difference of two large ln Γ loses.
 */
final class RisingFactorial {

    private final double z;
    private int n;
    private double log;
    private double derivative;

    RisingFactorial(double z) {
        this.z = z;
    }

    void advanceTo(int newN) {
        for (; n < newN; n++) {
            log += FastMath.log(z + n);
            derivative += 1 / (z + n);
        }
    }

    double log() {
        return log;
    }

    double derivative() {
        return derivative;
    }
}
