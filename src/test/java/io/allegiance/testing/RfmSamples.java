package io.allegiance.testing;

import io.allegiance.rfm.RfmPopulation;
import io.allegiance.rfm.RfmThresholds;

/** Thresholds of made-up populations. */
public final class RfmSamples {

    private RfmSamples() {}

    /** The thresholds of customers of whom the first have a known spend. */
    public static RfmThresholds thresholds(int[] daysSinceLastPurchase, int[] purchaseDays365, long[] spend365) {
        RfmPopulation population = new RfmPopulation();
        for (int i = 0; i < daysSinceLastPurchase.length; i++) {
            population.addCustomer(
                    daysSinceLastPurchase[i], purchaseDays365[i], i < spend365.length ? (Long) spend365[i] : null);
        }
        return population.toThresholds();
    }
}
