package io.allegiance.churn.quality;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The customers whose churn probability is in one tenth of [0, 1]. For a reliable model the observed share equals the mean prediction.
 *
 * @param from the least probability
 * @param to the upper edge, exclusive; the last bin includes 1
 * @param customers how many there are
 * @param meanPredicted the mean of their churn probabilities; null without customers
 * @param observed the share of them who churned; null without customers
 */
public record ReliabilityBin(
        double from,
        double to,
        long customers,
        @Nullable Double meanPredicted,
        @Nullable Double observed) {

    /** How many bins of equal width there are. */
    public static final int BINS = 10;

    /** The bins of some predictions, ascending. */
    public static List<ReliabilityBin> of(Predictions predictions) {
        long[] customers = new long[BINS];
        long[] churned = new long[BINS];
        double[] predicted = new double[BINS];
        for (int i = 0; i < predictions.size(); i++) {
            int bin = Math.min(BINS - 1, (int) (predictions.churn(i) * BINS));
            customers[bin]++;
            churned[bin] += predictions.churned(i) ? 1 : 0;
            predicted[bin] += predictions.churn(i);
        }
        List<ReliabilityBin> bins = new ArrayList<>(BINS);
        for (int bin = 0; bin < BINS; bin++) {
            bins.add(of(bin, customers[bin], predicted[bin], churned[bin]));
        }
        return bins;
    }

    /** The bins of several lots of predictions together. */
    public static List<ReliabilityBin> pooled(List<List<ReliabilityBin>> lots) {
        List<ReliabilityBin> bins = new ArrayList<>(BINS);
        for (int bin = 0; bin < BINS; bin++) {
            long customers = 0;
            double predicted = 0;
            double churned = 0;
            for (List<ReliabilityBin> lot : lots) {
                ReliabilityBin one = lot.get(bin);
                customers += one.customers;
                predicted += one.customers * orZero(one.meanPredicted);
                churned += one.customers * orZero(one.observed);
            }
            bins.add(of(bin, customers, predicted, churned));
        }
        return bins;
    }

    private static ReliabilityBin of(int bin, long customers, double predicted, double churned) {
        return new ReliabilityBin(
                (double) bin / BINS,
                (double) (bin + 1) / BINS,
                customers,
                customers == 0 ? null : predicted / customers,
                customers == 0 ? null : churned / customers);
    }

    private static double orZero(@Nullable Double value) {
        return value == null ? 0 : value;
    }

    /** The contribution of the bin to the calibration error: customers · |mean predicted - observed|. */
    double gap() {
        return customers * Math.abs(orZero(meanPredicted) - orZero(observed));
    }
}
