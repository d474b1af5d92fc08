package io.allegiance.churn;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The sums of the gradients and the hessians of some rows in each bin of each feature, from which the best split follows. */
final class BinSums {

    private static final double LEAST_HESSIAN = 10;
    private static final double LEAST_GAIN = 1e-12;

    private final FeatureBins[] bins;
    /* Of each feature, the gradient and the hessian of each bin, one after the other. */
    private final double[][] sums;

    /** Sums over some rows. */
    record Sum(double gradient, double hessian) {

        Sum minus(Sum other) {
            return new Sum(gradient - other.gradient, hessian - other.hessian);
        }

        double gain() {
            return TreeBoosting.gain(gradient, hessian);
        }
    }

    /**
     * A split: rows in bins up to the last low one go low.
     *
     * @param gain the sum of both sides' (Σ g)² / (Σ h + λ)
     */
    record Split(
            int feature,
            int lastLow,
            double threshold,
            int missing,
            boolean missingLow,
            Sum low,
            Sum high,
            double gain) {

        boolean isLow(int bin) {
            return bin == missing ? missingLow : bin <= lastLow;
        }
    }

    private BinSums(FeatureBins[] bins) {
        this.bins = bins;
        this.sums = Arrays.stream(bins).map(bin -> new double[2 * bin.size()]).toArray(double[][]::new);
    }

    /**
     * Sums over rows, in their order.
     *
     * @param binned of each feature, the bin of each row
     * @param derivatives the gradient and the hessian of each row, one after the other
     */
    static BinSums of(FeatureBins[] bins, byte[][] binned, double[] derivatives, int[] rows) {
        BinSums sums = new BinSums(bins);
        for (int feature = 0; feature < bins.length; feature++) {
            double[] ofFeature = sums.sums[feature];
            byte[] bin = binned[feature];
            for (int row : rows) {
                int at = 2 * bin[row];
                ofFeature[at] += derivatives[2 * row];
                ofFeature[at + 1] += derivatives[2 * row + 1];
            }
        }
        return sums;
    }

    /** The sums over these rows without some of them. */
    BinSums minus(BinSums some) {
        BinSums rest = new BinSums(bins);
        for (int feature = 0; feature < bins.length; feature++) {
            for (int i = 0; i < sums[feature].length; i++) {
                rest.sums[feature][i] = sums[feature][i] - some.sums[feature][i];
            }
        }
        return rest;
    }

    /** The sum over all rows. */
    Sum total() {
        double gradient = 0;
        double hessian = 0;
        for (int bin = 0; bin < bins[0].size(); bin++) {
            gradient += sums[0][2 * bin];
            hessian += sums[0][2 * bin + 1];
        }
        return new Sum(gradient, hessian);
    }

    /** Finds the split that gains most; of equal ones the first feature's and lowest. Empty where none gains anything. */
    Optional<Split> findBestSplit() {
        Sum total = total();
        Split best = null;
        double toBeat = total.gain() + LEAST_GAIN;
        for (int feature = 0; feature < bins.length; feature++) {
            boolean isAnyMissing = sums[feature][2 * bins[feature].missing() + 1] > 0;
            for (int way = 0; way < (isAnyMissing ? 2 : 1); way++) {
                Split found = bestSplit(feature, way == 1, total, best == null ? toBeat : best.gain());
                best = found == null ? best : found;
            }
        }
        return Optional.ofNullable(best);
    }

    private @Nullable Split bestSplit(int feature, boolean missingLow, Sum total, double toBeat) {
        FeatureBins cut = bins[feature];
        double gradient = missingLow ? sums[feature][2 * cut.missing()] : 0;
        double hessian = missingLow ? sums[feature][2 * cut.missing() + 1] : 0;
        Split best = null;
        for (int bin = 0; bin < cut.thresholds().length; bin++) {
            gradient += sums[feature][2 * bin];
            hessian += sums[feature][2 * bin + 1];
            if (hessian < LEAST_HESSIAN || total.hessian() - hessian < LEAST_HESSIAN) {
                continue;
            }
            double gain = TreeBoosting.gain(gradient, hessian)
                    + TreeBoosting.gain(total.gradient() - gradient, total.hessian() - hessian);
            if (gain > (best == null ? toBeat : best.gain())) {
                Sum low = new Sum(gradient, hessian);
                best = new Split(
                        feature, bin, cut.thresholds()[bin], cut.missing(), missingLow, low, total.minus(low), gain);
            }
        }
        return best;
    }
}
