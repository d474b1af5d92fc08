package io.allegiance.loyalty;

import java.util.Arrays;
import java.util.List;

/**
 * What each dimension counts in the loyalty score, which is their weighted mean over those that the customer has:
 *
 * <pre>
 *     score = Σ wᵢ · sᵢ / Σ wᵢ        over the dimensions i with data
 * </pre>
 *
 * <p>A dimension without data leaves the others their weight.
 */
public final class LoyaltyWeights {

    /** Each dimension of the program counts the same. */
    public static final LoyaltyWeights EVEN = even(Dimensions.ALL);

    private final List<Dimension> dimensions;
    private final double[] weights;

    private LoyaltyWeights(List<Dimension> dimensions, double[] weights) {
        this.dimensions = dimensions;
        this.weights = weights;
    }

    /** Weighs each of some dimensions the same. */
    public static LoyaltyWeights even(List<Dimension> dimensions) {
        double[] weights = new double[dimensions.size()];
        Arrays.fill(weights, 1);
        return of(dimensions, weights);
    }

    /**
     * Weighs dimensions.
     *
     * @param weights in the order of the dimensions
     * @throws IllegalArgumentException when there are not as many, one is negative or not finite, or all are 0
     */
    public static LoyaltyWeights of(List<Dimension> dimensions, double... weights) {
        if (weights.length != dimensions.size()) {
            throw new IllegalArgumentException(
                    "there must be " + dimensions.size() + " loyalty weights; were " + weights.length);
        }
        for (int i = 0; i < weights.length; i++) {
            if (!(weights[i] >= 0) || Double.isInfinite(weights[i])) {
                throw new IllegalArgumentException("the loyalty weight of "
                        + dimensions.get(i).name() + " must be a number of 0 or more; was " + weights[i]);
            }
        }
        if (Arrays.stream(weights).allMatch(weight -> weight == 0)) {
            throw new IllegalArgumentException("one loyalty weight at least must be above 0; all were 0");
        }
        return new LoyaltyWeights(List.copyOf(dimensions), weights.clone());
    }

    /** The dimensions that are weighed, in the order of their columns. */
    public List<Dimension> dimensions() {
        return dimensions;
    }

    /** The weighted mean of scores in the order of the dimensions, 0..100; NaN where none that counts has data. */
    public double mean(double[] scores) {
        double sum = 0;
        double weight = 0;
        for (int i = 0; i < weights.length; i++) {
            if (!Double.isNaN(scores[i])) {
                sum += weights[i] * scores[i];
                weight += weights[i];
            }
        }
        return weight == 0 ? Double.NaN : sum / weight;
    }
}
