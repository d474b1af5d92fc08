package io.allegiance.demo;

import java.util.SplittableRandom;

/**
 * Random draws that depend on nothing but the coordinates they were opened with, so that any day of any customer can be
 * drawn again without drawing those before it. Only nextLong of the JDK's generator is used and all functions are
 * StrictMath's: neither changes between releases.
 */
final class Draw {

    private final SplittableRandom random;

    Draw(long... coordinates) {
        long state = 0;
        for (long coordinate : coordinates) {
            state = mixed(state + coordinate);
        }
        this.random = new SplittableRandom(state);
    }

    /** In [0, 1). */
    double uniform() {
        return (random.nextLong() >>> 11) * 0x1p-53;
    }

    /** 0 to bound - 1. */
    int below(int bound) {
        return (int) (uniform() * bound);
    }

    boolean chance(double probability) {
        return uniform() < probability;
    }

    double exponential(double mean) {
        return -mean * StrictMath.log(1 - uniform());
    }

    /** How often something of this chance fails before it happens. */
    int failuresBefore(double chance) {
        return (int) (StrictMath.log(1 - uniform()) / StrictMath.log(1 - chance));
    }

    /** Gamma by Marsaglia and Tsang (2000); shapes below 1 by their boost U^(1/shape). */
    double gamma(double shape, double scale) {
        if (shape < 1) {
            return gamma(shape + 1, scale) * StrictMath.pow(1 - uniform(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / StrictMath.sqrt(9 * d);
        while (true) {
            double x = gaussian();
            double v = (1 + c * x) * (1 + c * x) * (1 + c * x);
            if (v > 0 && StrictMath.log(1 - uniform()) < 0.5 * x * x + d - d * v + d * StrictMath.log(v)) {
                return d * v * scale;
            }
        }
    }

    double beta(double a, double b) {
        double x = gamma(a, 1);
        return x / (x + gamma(b, 1));
    }

    /** An index, each as likely as its weight. */
    int pick(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double rest = uniform() * sum;
        int index = 0;
        while (index < weights.length - 1 && rest >= weights[index]) {
            rest -= weights[index++];
        }
        return index;
    }

    private double gaussian() {
        return StrictMath.sqrt(-2 * StrictMath.log(1 - uniform())) * StrictMath.cos(2 * Math.PI * uniform());
    }

    /** Seeds close to each other must not give streams that overlap: Stafford's mixer 13. */
    private static long mixed(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
