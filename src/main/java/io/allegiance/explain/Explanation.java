package io.allegiance.explain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why a customer's churn probability is what it is, and what makes the loyalty score.
 *
 * <p>The logit ln(p / (1 - p)) of the probability is that of the average customer plus the shares of all features.
 *
 * @param customerId who
 * @param scoreDate the date of the score
 * @param publication the publication of the score
 * @param horizonDays H
 * @param model what computed it
 * @param purchases what it was computed from
 * @param churnProbability computed from the customer's current days
 * @param publishedChurnProbability as it was published; another where days changed since
 * @param averageChurnProbability that of the average customer; null where the purchase model is used alone
 * @param features strongest first; empty where the purchase model is used alone
 * @param reasons the codes as they were published
 * @param loyalty loyalty_score and its dimensions as they were published, those that have a value, in their order
 * @param nextBestCategory as it was published; null where unknown
 * @param level what the last days, the season and closures did to the level of churn
 */
public record Explanation(
        String customerId,
        LocalDate scoreDate,
        long publication,
        int horizonDays,
        Model model,
        Purchases purchases,
        BigDecimal churnProbability,
        @Nullable BigDecimal publishedChurnProbability,
        @Nullable BigDecimal averageChurnProbability,
        List<FeatureLine> features,
        List<String> reasons,
        Map<String, BigDecimal> loyalty,
        @Nullable String nextBestCategory,
        Level level) {

    public Explanation {
        features = List.copyOf(features);
        reasons = List.copyOf(reasons);
        loyalty = Collections.unmodifiableMap(new LinkedHashMap<>(loyalty));
    }

    /**
     * The model.
     *
     * @param version its version
     * @param asOf the last day that it knows of
     * @param statement how its churn model was fitted
     * @param fallbacks what it had to fall back on
     */
    public record Model(String version, LocalDate asOf, String statement, List<String> fallbacks) {}

    /**
     * The customer's purchases as the purchase model sees them.
     *
     * @param repeatPurchases x
     * @param lastPurchaseAgeDays t_x in days
     * @param ageDays T in days
     * @param probabilityAlive P(alive); null where it cannot be told
     * @param aliveUnknown why it cannot be told; null where it can
     * @param churnProbability the purchase model's own
     */
    public record Purchases(
            int repeatPurchases,
            int lastPurchaseAgeDays,
            int ageDays,
            @Nullable BigDecimal probabilityAlive,
            @Nullable String aliveUnknown,
            BigDecimal churnProbability) {}

    /**
     * What moved the level of churn of all customers, and the closures that this customer's days leave out.
     *
     * @param delta δ, by which the logit of the mean churn differs from the purchase model's; null in a model of an earlier version,
     *     and so are the next two
     * @param ofLast30Days what the last 30 days add to it, in logits
     * @param ofFormerYears what the same season of former years adds to it, in logits
     * @param daysSinceFirstPurchase days from the first purchase day to the date of the score, closed ones among them
     * @param closedDays those of them on which the whole shop was shut: they do not count
     * @param statements the same in sentences
     */
    public record Level(
            @Nullable BigDecimal delta,
            @Nullable BigDecimal ofLast30Days,
            @Nullable BigDecimal ofFormerYears,
            long daysSinceFirstPurchase,
            long closedDays,
            List<String> statements) {

        public Level {
            statements = List.copyOf(statements);
        }
    }

    /**
     * One feature.
     *
     * @param feature its name in the catalogue
     * @param unit of value and average
     * @param value the customer's; null where it is missing or cannot be told
     * @param average the average customer's
     * @param share of the logit against the average customer; above 0 it raises the churn probability
     * @param code the reason code
     */
    public record FeatureLine(
            String feature,
            String unit,
            @Nullable BigDecimal value,
            BigDecimal average,
            BigDecimal share,
            String code) {}

    /** Returns whether the score would be the same if it were computed now. */
    public boolean isUnchanged() {
        return publishedChurnProbability != null && churnProbability.compareTo(publishedChurnProbability) == 0;
    }
}
