package io.allegiance.churn.quality;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How good predictions were for a group of customers, over several cut-offs.
 *
 * @param band a {@link FrequencyBand}'s title, or {@link #TOP}
 * @param customers of all cut-offs together
 * @param meanChurn the mean of their churn probabilities; null below {@value #FEWEST} customers, and so are the others
 * @param observedChurn the share of them who churned
 * @param modelChurn the mean of the purchase model's churn probabilities
 * @param bias mean over the cut-offs of the mean churn probability less the share who churned, each cut-off counting the same
 */
public record BandQuality(
        String band,
        long customers,
        @Nullable Double meanChurn,
        @Nullable Double observedChurn,
        @Nullable Double modelChurn,
        @Nullable Double bias) {

    /** The name of the hundredth of the customers with the greatest expected value. */
    public static final String TOP = "top 1 %";

    /** Fewer customers say nothing. */
    public static final int FEWEST = 30;

    /** The sums of a group at one cut-off. */
    public static final class Sums {

        private long customers;
        private double churn;
        private double model;
        private long churned;

        /** Adds a customer. */
        public void addCustomer(double churnProbability, double modelProbability, boolean hasChurned) {
            customers++;
            churn += churnProbability;
            model += modelProbability;
            churned += hasChurned ? 1 : 0;
        }

        private double bias() {
            return (churn - churned) / customers;
        }
    }

    /** The quality of a group, of which some cut-offs may have no customer. */
    public static BandQuality of(String band, List<Sums> cutOffs) {
        List<Sums> known = cutOffs.stream().filter(sums -> sums.customers > 0).toList();
        long customers = known.stream().mapToLong(sums -> sums.customers).sum();
        if (customers < FEWEST) {
            return new BandQuality(band, customers, null, null, null, null);
        }
        return new BandQuality(
                band,
                customers,
                known.stream().mapToDouble(sums -> sums.churn).sum() / customers,
                (double) known.stream().mapToLong(sums -> sums.churned).sum() / customers,
                known.stream().mapToDouble(sums -> sums.model).sum() / customers,
                known.stream().mapToDouble(Sums::bias).average().orElseThrow());
    }
}
