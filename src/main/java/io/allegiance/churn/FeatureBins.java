package io.allegiance.churn;

import java.util.Arrays;

/**
 * The bins of one feature: bin i has the values above threshold i - 1 and up to threshold i; the last but one those above all
 * thresholds, and the last those that are missing.
 *
 * @param thresholds ascending
 */
record FeatureBins(double[] thresholds) {

    private static final int QUANTILES = 30;

    /** The best and the worst customers are few, and have bins of their own. */
    private static final double[] EXTREMES = {0.005, 0.01, 0.02, 0.98, 0.99, 0.995};

    private static final double[] SHARES = shares();

    private static double[] shares() {
        double[] shares = Arrays.copyOf(EXTREMES, EXTREMES.length + QUANTILES - 1);
        for (int i = 1; i < QUANTILES; i++) {
            shares[EXTREMES.length + i - 1] = (double) i / QUANTILES;
        }
        Arrays.sort(shares);
        return shares;
    }

    /** Bins between quantiles of sorted values: the thirtieths, and finer ones at both ends. Equal values are in one bin. */
    static FeatureBins ofQuantiles(double[] sorted) {
        double[] edges = new double[SHARES.length];
        int count = 0;
        for (int i = 0; i < SHARES.length && sorted.length > 0; i++) {
            double edge = sorted[(int) (SHARES[i] * (sorted.length - 1))];
            if (edge < sorted[sorted.length - 1] && (count == 0 || edge > edges[count - 1])) {
                edges[count++] = edge;
            }
        }
        return new FeatureBins(Arrays.copyOf(edges, count));
    }

    /** How many bins there are, with that of the missing values. */
    int size() {
        return thresholds.length + 2;
    }

    /** The bin of the missing values. */
    int missing() {
        return thresholds.length + 1;
    }

    /** The bin of a value; NaN is missing. */
    int binOf(double value) {
        if (Double.isNaN(value)) {
            return missing();
        }
        int low = 0;
        int high = thresholds.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (thresholds[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
