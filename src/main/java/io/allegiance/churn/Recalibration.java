package io.allegiance.churn;

import java.util.Arrays;

/**
 * Finds the level of a ranking: the constant c that makes its mean probability equal the purchase model's,
 *
 * <pre>
 *   Σᵢ σ(zᵢ + c) = Σᵢ churnᵢ
 * </pre>
 *
 * over all customers i with a purchase day, with σ(z) = 1 / (1 + e^-z). A model fitted on past outcomes copies the level of
 * the season it was trained in; the purchase model's mean is steadier.
 *
 * <p>Logits are counted in bins of 2⁻¹² with their exact sum, in whole numbers, so the constant does not depend on the order
 * of the customers, and memory not on their number (4 MB). The bins change the mean by less than 10⁻⁹. For one thread.
 */
public final class Recalibration {

    /** The constant stays within ± this. */
    static final double LARGEST = 32;

    private static final int BINS_PER_UNIT = 1 << 12;
    private static final int BINS = 2 * (int) LARGEST * BINS_PER_UNIT;
    private static final double FINE = 1L << 32;
    private static final int HALVINGS = 64;

    private final long[] counts = new long[BINS];
    private final long[] offsets = new long[BINS];
    private long customers;
    private long modelChurn;

    /**
     * Adds a customer.
     *
     * @param logit the ranking's logit; beyond ±32 it counts as that
     * @param churn the purchase model's churn probability
     */
    public void addCustomer(double logit, double churn) {
        double position = (Math.min(LARGEST, Math.max(-LARGEST, logit)) + LARGEST) * BINS_PER_UNIT;
        int bin = Math.min(BINS - 1, (int) position);
        counts[bin]++;
        offsets[bin] += Math.round((position - bin) * FINE);
        modelChurn += Math.round(churn * FINE);
        customers++;
    }

    /** Adds all customers of another one, which stays as it is. Any order of merging gives the same constant, to the last bit. */
    public void merge(Recalibration other) {
        for (int bin = 0; bin < BINS; bin++) {
            counts[bin] += other.counts[bin];
            offsets[bin] += other.offsets[bin];
        }
        modelChurn += other.modelChurn;
        customers += other.customers;
    }

    /** The constant; 0 without customers. Deterministic to the last bit, within ±32. */
    public double constant() {
        return constant(0);
    }

    /** The constant for a mean of σ(logit m + δ). */
    public double constant(double delta) {
        int[] used = Arrays.stream(indices()).filter(bin -> counts[bin] > 0).toArray();
        double mean = modelChurn / FINE / customers;
        double target = delta == 0 || mean <= 0 || mean >= 1
                ? modelChurn / FINE
                : customers * Logit.probability(Logit.of(mean) + delta);
        double low = -LARGEST;
        double high = LARGEST;
        if (customers == 0) {
            return 0;
        }
        for (int halving = 0; halving < HALVINGS; halving++) {
            double middle = (low + high) / 2;
            if (sum(used, middle) < target) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private double sum(int[] bins, double constant) {
        double sum = 0;
        for (int bin : bins) {
            double mean = (bin + offsets[bin] / FINE / counts[bin]) / BINS_PER_UNIT - LARGEST;
            sum += counts[bin] * Logit.probability(mean + constant);
        }
        return sum;
    }

    private static int[] indices() {
        int[] indices = new int[BINS];
        Arrays.setAll(indices, bin -> bin);
        return indices;
    }
}
