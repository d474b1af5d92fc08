package io.allegiance.scoring;

import io.allegiance.loyalty.LoyaltyScores;
import io.allegiance.rfm.RfmScore;
import io.allegiance.segment.SegmentRules;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is published for one customer on one score date; its columns in their order are
 * {@link ScoreColumns#NAMES}. All figures are rounded already, so that equal scores give equal bytes.
 *
 * @param key whose score, of which date, by which model
 * @param segment the segment and its past
 * @param rfm null exactly for {@link Eligibility#NO_PURCHASE}
 * @param churn null unless {@link Eligibility#SCORED}
 * @param value null unless {@link Eligibility#SCORED}
 * @param loyalty the dimensions, as far as they are known
 * @param nextBestCategory the cross-selling opportunity; null where unknown
 * @param reasons what drives the churn probability
 * @param eligibility whether there is a number
 */
public record CustomerScore(
        Key key,
        SegmentState segment,
        @Nullable RfmScore rfm,
        @Nullable ChurnRisk churn,
        @Nullable ScoreValue value,
        LoyaltyScores loyalty,
        @Nullable String nextBestCategory,
        ChurnReasons reasons,
        Eligibility eligibility) {

    /**
     * The identity of a score.
     *
     * @param modelVersion null when the run had no model
     */
    public record Key(
            String customerId,
            LocalDate scoreDate,
            @Nullable String modelVersion) {

        public Key {
            if (customerId.isEmpty()) {
                throw new IllegalArgumentException("a score belongs to a customer; the customer id was empty");
            }
        }
    }

    public CustomerScore {
        boolean scored = eligibility == Eligibility.SCORED;
        require(
                scored == (churn != null) && scored == (value != null),
                "churn and value are present exactly in a SCORED score",
                eligibility);
        require(!scored || key.modelVersion() != null, "a SCORED score names its model version", eligibility);
        require(
                (eligibility == Eligibility.NO_PURCHASE) == (rfm == null),
                "RFM scores are missing exactly where there is no purchase",
                eligibility);
        require(
                (rfm == null) == segment.segment().equals(SegmentRules.NO_PURCHASE),
                "the segment NO_PURCHASE is for customers without a purchase",
                eligibility);
    }

    /** The same with the texts that customers and shops chose made harmless for a spreadsheet; no longer exact. */
    public CustomerScore forSpreadsheet() {
        return new CustomerScore(
                new Key(SpreadsheetText.neutralise(key.customerId()), key.scoreDate(), key.modelVersion()),
                segment,
                rfm,
                churn,
                value,
                loyalty,
                SpreadsheetText.neutraliseNullable(nextBestCategory),
                reasons,
                eligibility);
    }

    private static void require(boolean holds, String rule, Eligibility eligibility) {
        if (!holds) {
            throw new IllegalArgumentException(rule + "; this one's eligibility was " + eligibility);
        }
    }
}
