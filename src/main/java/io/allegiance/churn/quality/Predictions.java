package io.allegiance.churn.quality;

import java.util.Arrays;

/**
 * Predictions of a model with the outcomes. Sums run in the order in which customers were added, so the same
 * customers in the same order give the same bits. For one thread; 20 bytes a customer.
 */
public final class Predictions {

    private double[] churn = new double[1024];
    private double[] expected = new double[1024];
    private int[] purchaseDays = new int[1024];
    private int size;

    /**
     * Adds a customer.
     *
     * @param churnProbability P(no purchase day in the next H days), in [0, 1]
     * @param expectedPurchases E[purchase days in the next H days], at least 0
     * @param actualPurchaseDays the purchase days there were in those H days; with none the customer churned
     * @throws IllegalArgumentException when a figure is out of range
     */
    public void addPrediction(double churnProbability, double expectedPurchases, int actualPurchaseDays) {
        require(churnProbability >= 0 && churnProbability <= 1, "a churn probability in [0, 1]", churnProbability);
        require(
                expectedPurchases >= 0 && expectedPurchases < Double.POSITIVE_INFINITY,
                "finite expected purchases of 0 or more",
                expectedPurchases);
        require(actualPurchaseDays >= 0, "0 or more purchase days", actualPurchaseDays);
        if (size == churn.length) {
            churn = Arrays.copyOf(churn, 2 * size);
            expected = Arrays.copyOf(expected, 2 * size);
            purchaseDays = Arrays.copyOf(purchaseDays, 2 * size);
        }
        churn[size] = churnProbability;
        expected[size] = expectedPurchases;
        purchaseDays[size++] = actualPurchaseDays;
    }

    private static void require(boolean holds, String wanted, double value) {
        if (!holds) {
            throw new IllegalArgumentException(wanted + " was expected; was " + value);
        }
    }

    /** How many there are. */
    public int size() {
        return size;
    }

    double churn(int index) {
        return churn[index];
    }

    boolean churned(int index) {
        return purchaseDays[index] == 0;
    }

    double expectedPurchases(int index) {
        return expected[index];
    }

    int purchaseDays(int index) {
        return purchaseDays[index];
    }

    /** The churn probabilities of those who churned, or of those who stayed, ascending. */
    double[] sortedChurn(boolean ofChurned) {
        double[] found = new double[size];
        int count = 0;
        for (int i = 0; i < size; i++) {
            if (churned(i) == ofChurned) {
                found[count++] = churn[i];
            }
        }
        double[] sorted = Arrays.copyOf(found, count);
        Arrays.sort(sorted);
        return sorted;
    }
}
