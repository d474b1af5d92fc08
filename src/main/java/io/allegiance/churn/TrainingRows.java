package io.allegiance.churn;

import java.util.Arrays;

/**
 * Customers as of past cut-offs with what became of them: the features on their scales, and whether no purchase day came
 * within H days. For one thread.
 */
public final class TrainingRows {

    private static final int WIDTH = FeatureCatalogue.ALL.size();

    private double[] values = new double[1024 * WIDTH];
    private boolean[] churned = new boolean[1024];
    private int size;

    /** Adds a customer and the outcome. */
    public void addRow(CustomerAsOf customer, boolean hasChurned) {
        if (size == churned.length) {
            values = Arrays.copyOf(values, Math.multiplyExact(values.length, 2));
            churned = Arrays.copyOf(churned, 2 * size);
        }
        for (int feature = 0; feature < WIDTH; feature++) {
            values[size * WIDTH + feature] = FeatureCatalogue.ALL.get(feature).scaled(customer);
        }
        churned[size++] = hasChurned;
    }

    /** How many there are. */
    public int size() {
        return size;
    }

    /** How many of them churned. */
    public int churned() {
        int count = 0;
        for (int row = 0; row < size; row++) {
            count += churned[row] ? 1 : 0;
        }
        return count;
    }

    boolean churned(int row) {
        return churned[row];
    }

    double value(int row, int feature) {
        return values[row * WIDTH + feature];
    }

    /** The values of a feature that are not missing, ascending. */
    double[] sorted(int feature) {
        double[] known = new double[size];
        int count = 0;
        for (int row = 0; row < size; row++) {
            double value = value(row, feature);
            if (!Double.isNaN(value)) {
                known[count++] = value;
            }
        }
        double[] sorted = Arrays.copyOf(known, count);
        Arrays.sort(sorted);
        return sorted;
    }
}
