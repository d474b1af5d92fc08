package io.allegiance.report.figure;

import io.allegiance.history.LoyaltyFacts;
import io.allegiance.loyalty.LoyaltyScores;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One customer of the night: all that a report counts. Money in ten-thousandths of the reporting currency,
 * probabilities in millionths.
 *
 * @param customerId never blank
 * @param score tonight's
 * @param previous in the publication before; null where the customer was not in it
 * @param olderSegment in the publication that observed retention starts from; null where the customer was not in it
 * @param past the history behind the score; null where it no longer exists
 */
public record CustomerRow(
        String customerId,
        Score score,
        @Nullable Previous previous,
        @Nullable String olderSegment,
        @Nullable Past past) {

    /** Tonight's score; its numbers are null where they are unknown. */
    public record Score(
            String segment,
            @Nullable Long churn,
            @Nullable String churnBand,
            @Nullable Long expectedValue,
            @Nullable Long valueAtRisk,
            LoyaltyScores loyalty,
            @Nullable String nextBestCategory) {}

    /** The score before. */
    public record Previous(String segment, @Nullable Long churn) {}

    /**
     * The history, named as in {@link io.allegiance.history.PurchaseHistory}.
     *
     * @param referred whether a purchase day is on or after a day of a referral of the customer
     */
    public record Past(
            @Nullable LocalDate firstPurchaseDay,
            @Nullable LocalDate lastPurchaseDay,
            int purchaseDays,
            int purchaseDays365,
            @Nullable Long spend365,
            int spendDays,
            long spend,
            LoyaltyFacts.Growth growth,
            LoyaltyFacts.Incidents incidents,
            int categories,
            boolean referred) {

        /** Returns the same row marked as referred. */
        public Past withReferral() {
            return new Past(
                    firstPurchaseDay,
                    lastPurchaseDay,
                    purchaseDays,
                    purchaseDays365,
                    spend365,
                    spendDays,
                    spend,
                    growth,
                    incidents,
                    categories,
                    true);
        }
    }
}
