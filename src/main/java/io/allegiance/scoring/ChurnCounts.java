package io.allegiance.scoring;

import io.allegiance.churn.ChurnRanking;
import io.allegiance.churn.PopulationAsOf;
import io.allegiance.decimal.FixedPoint;
import io.allegiance.history.PurchaseHistory;

/**
 * Counts customers by their churn probability as it is published, in millionths: exact, whatever their order, in 4 MB. For one
 * thread.
 */
public final class ChurnCounts {

    private static final int ONE = 1_000_000;

    private final int[] counts = new int[ONE + 1];
    private long customers;

    /**
     * Adds a customer with a purchase day, with the churn probability that a score has.
     *
     * @param population what customers are looked at with
     * @param level the level of the night
     */
    public void addCustomer(PurchaseHistory history, PopulationAsOf population, ChurnRanking churn, double level) {
        addProbability(FixedPoint.round(churn.probability(population.look(history), level), FixedPoint.PROBABILITY));
    }

    /** Adds a customer by the churn probability, in millionths, 0..1,000,000. */
    void addProbability(long millionths) {
        counts[Math.toIntExact(millionths)]++;
        customers++;
    }

    /**
     * Adds all customers of another one, which stays as it is. Any order of merging gives the same edges.
     *
     * @throws ArithmeticException when 2³¹ customers or more have the same probability
     */
    public void merge(ChurnCounts other) {
        for (int value = 0; value <= ONE; value++) {
            counts[value] = Math.addExact(counts[value], other.counts[value]);
        }
        customers += other.customers;
    }

    /**
     * The least churn probability of the customers with the highest ones, as many as come closest to a share:
     *
     * <pre>
     *   the v that minimises |#{i: pᵢ ≥ v} - share · n|, of two equally close ones that of fewer customers
     * </pre>
     *
     * Customers of equal probability are all in or all out. Where nobody comes closest to it, v is 0.000001 above the highest
     * probability.
     *
     * @param share in millionths, 0..1,000,000
     * @return in millionths, 0..1,000,001; 1,000,000 without customers
     */
    long leastOfTop(long share) {
        long wanted = share * customers;
        long above = 0;
        long closest = wanted;
        int highest = -1;
        long least = ONE;
        for (int value = ONE; value >= 0; value--) {
            if (counts[value] == 0) {
                continue;
            }
            if (highest < 0) {
                highest = value;
                least = value + 1L;
            }
            above += counts[value];
            long distance = Math.abs(above * ONE - wanted);
            if (distance < closest) {
                closest = distance;
                least = value;
            }
        }
        return least;
    }
}
