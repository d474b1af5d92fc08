package io.allegiance.rfm;

import org.jspecify.annotations.Nullable;

/** Gathers the RFM values of all customers with a purchase day, in 8 bytes each. For one thread. */
public final class RfmPopulation {

    private final RankedCounts daysSinceLastPurchase = new RankedCounts();
    private final RankedCounts purchaseDays365 = new RankedCounts();
    private final RankedAmounts spend365 = new RankedAmounts();

    /**
     * Adds a customer, in any order.
     *
     * @param daysSince from the last purchase day, 0 or more
     * @param purchaseDays in the last 365 days, 0 or more
     * @param spend in the last 365 days in ten-thousandths, 0 or more; null where unknown
     * @throws IllegalArgumentException when one is below 0
     */
    public void addCustomer(int daysSince, int purchaseDays, @Nullable Long spend) {
        daysSinceLastPurchase.addCount(daysSince);
        purchaseDays365.addCount(purchaseDays);
        if (spend != null) {
            spend365.addAmount(spend);
        }
    }

    /**
     * Adds all customers of another population, which stays as it is. Populations may be merged in any order.
     *
     * @throws ArithmeticException when there are 2³¹ customers or more
     */
    public void merge(RfmPopulation other) {
        daysSinceLastPurchase.merge(other.daysSinceLastPurchase);
        purchaseDays365.merge(other.purchaseDays365);
        spend365.merge(other.spend365);
    }

    /** Returns the thresholds of the customers added. */
    public RfmThresholds toThresholds() {
        return RfmThresholds.of(daysSinceLastPurchase, purchaseDays365, spend365);
    }
}
