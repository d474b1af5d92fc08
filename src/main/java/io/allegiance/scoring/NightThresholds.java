package io.allegiance.scoring;

import io.allegiance.loyalty.LoyaltyNorms;
import io.allegiance.rfm.RfmThresholds;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The thresholds that a night computes from all customers and freezes before it scores any of them.
 *
 * @param rfm the cuts of the RFM scores
 * @param churnLevel the constant that is added to every logit of the churn ranking
 * @param loyalty what the dimensions of loyalty hold customers against
 */
public record NightThresholds(RfmThresholds rfm, double churnLevel, LoyaltyNorms loyalty) {

    private static final String CHURN_LEVEL = "churn_level";

    /** Restores what {@link #toMap} gave. */
    public static NightThresholds of(Map<String, String> stored) {
        return new NightThresholds(
                RfmThresholds.of(stored),
                Double.parseDouble(stored.getOrDefault(CHURN_LEVEL, "0")),
                LoyaltyNorms.of(stored));
    }

    /** The thresholds by name. */
    public Map<String, String> toMap() {
        Map<String, String> values = new LinkedHashMap<>(rfm.toMap());
        values.put(CHURN_LEVEL, Double.toString(churnLevel));
        values.putAll(loyalty.toMap());
        return values;
    }
}
