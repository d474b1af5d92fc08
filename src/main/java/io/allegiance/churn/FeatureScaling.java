package io.allegiance.churn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.util.FastMath;

/**
 * How training rows are brought to a common scale: each feature clipped at its 0.1 % and 99.9 % quantile, since one absurd value
 * otherwise carries a probability with it, and standardised. Narrower limits make the best customers of a shop equal to good ones.
 */
final class FeatureScaling {

    private static final double LOW = 0.001;
    private static final double HIGH = 0.999;

    private FeatureScaling() {}

    /** The terms of the features with coefficients of 0. */
    static List<ChurnTerm> of(TrainingRows rows) {
        List<ChurnTerm> terms = new ArrayList<>();
        for (int feature = 0; feature < FeatureCatalogue.ALL.size(); feature++) {
            terms.add(of(FeatureCatalogue.ALL.get(feature).name(), rows.sorted(feature)));
        }
        return terms;
    }

    private static ChurnTerm of(String name, double[] sorted) {
        if (sorted.length == 0) {
            return new ChurnTerm(name, 0, 0, 0, 0, 0);
        }
        double low = quantile(sorted, LOW);
        double high = quantile(sorted, HIGH);
        double[] clipped = Arrays.stream(sorted)
                .map(value -> Math.min(high, Math.max(low, value)))
                .toArray();
        double mean = Arrays.stream(clipped).sum() / clipped.length;
        double squares = Arrays.stream(clipped)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        double deviation = low == high ? 0 : FastMath.sqrt(squares / clipped.length);
        return new ChurnTerm(name, low, high, mean, deviation, 0);
    }

    /** Linear between the two nearest of the sorted values. */
    static double quantile(double[] sorted, double share) {
        double position = share * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
