package io.allegiance.scoring;

import io.allegiance.rfm.RfmThresholds;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Gathers the RFM values of all customers with a purchase day, in 16 bytes each. For one thread. */
public final class RfmPopulation {

    private int[] daysSinceLastPurchase = new int[1024];
    private int[] purchaseDays365 = new int[1024];
    private long[] spend365 = new long[1024];
    private int customers;
    private int known;

    /** Adds a customer; spend in ten-thousandths, null where unknown. */
    public void add(int daysSince, int purchaseDays, @Nullable Long spend) {
        if (customers == daysSinceLastPurchase.length) {
            daysSinceLastPurchase = Arrays.copyOf(daysSinceLastPurchase, 2 * customers);
            purchaseDays365 = Arrays.copyOf(purchaseDays365, 2 * customers);
        }
        daysSinceLastPurchase[customers] = daysSince;
        purchaseDays365[customers++] = purchaseDays;
        if (spend != null) {
            addSpend(spend);
        }
    }

    private void addSpend(long spend) {
        if (known == spend365.length) {
            spend365 = Arrays.copyOf(spend365, 2 * known);
        }
        spend365[known++] = spend;
    }

    /** Gets the thresholds of the customers added. */
    public RfmThresholds toThresholds() {
        return RfmThresholds.of(
                Arrays.copyOf(daysSinceLastPurchase, customers),
                Arrays.copyOf(purchaseDays365, customers),
                Arrays.copyOf(spend365, known));
    }
}
