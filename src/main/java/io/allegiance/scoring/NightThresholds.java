package io.allegiance.scoring;

import io.allegiance.loyalty.LoyaltyNorms;
import io.allegiance.rfm.RfmThresholds;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The thresholds that a night computes from all customers and freezes before it scores any of them.
 *
 * @param rfm the cuts of the RFM scores
 * @param churnLevel the constant that is added to every logit of the churn ranking
 * @param loyalty what the dimensions of loyalty hold customers against
 * @param historyStart the day by which one customer in a hundred had bought for the first time; null without customers, and
 *     in what earlier versions of the program froze
 */
public record NightThresholds(
        RfmThresholds rfm,
        double churnLevel,
        LoyaltyNorms loyalty,
        @Nullable LocalDate historyStart) {

    private static final String CHURN_LEVEL = "churn_level";
    private static final String HISTORY_START = "history_start";

    /** Restores what {@link #toMap} gave. */
    public static NightThresholds of(Map<String, String> stored) {
        return new NightThresholds(
                RfmThresholds.of(stored),
                Double.parseDouble(stored.getOrDefault(CHURN_LEVEL, "0")),
                LoyaltyNorms.of(stored),
                stored.containsKey(HISTORY_START) ? LocalDate.parse(stored.get(HISTORY_START)) : null);
    }

    /**
     * Whole days from the beginning of the history to the score date; 0 where it is not known. Only rules that an earlier
     * version froze are used then, and they do not ask for it.
     */
    public int historyDays(LocalDate scoreDate) {
        return historyStart == null ? 0 : Math.toIntExact(scoreDate.toEpochDay() - historyStart.toEpochDay());
    }

    /** The thresholds by name. */
    public Map<String, String> toMap() {
        Map<String, String> values = new LinkedHashMap<>(rfm.toMap());
        values.put(CHURN_LEVEL, Double.toString(churnLevel));
        values.putAll(loyalty.toMap());
        if (historyStart != null) {
            values.put(HISTORY_START, historyStart.toString());
        }
        return values;
    }
}
