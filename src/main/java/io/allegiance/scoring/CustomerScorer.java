package io.allegiance.scoring;

import io.allegiance.btyd.GammaGamma;
import io.allegiance.btyd.PurchaseSummary;
import io.allegiance.history.PurchaseHistory;
import io.allegiance.purchase.Money;
import io.allegiance.rfm.RfmScore;
import io.allegiance.rfm.RfmThresholds;
import io.allegiance.segment.SegmentRules;
import java.time.LocalDate;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Makes a customer's score of the history as of the score date, with one model and the thresholds frozen for the run:
 *
 * <pre>
 *     churn probability   P(no purchase day in (T, T + H]) of the purchase model
 *     probability alive   P(alive | x, t_x, T) of the same
 *     expected purchases  (1 - churn) · E[N | N ≥ 1], which for this model is E[N]
 *     expected spend      E[M | repeat days with known spend above 0, their mean] of Gamma-Gamma
 * </pre>
 *
 * A customer without a purchase day has no number. It keeps no state, so one serves every thread.
 */
public final class CustomerScorer {

    /** What scores a night: its date, its model, and what was frozen for it. */
    public record Night(
            LocalDate scoreDate, ScoringModel model, RfmThresholds thresholds, SegmentRules rules, ChurnBands bands) {}

    private final Night night;

    public CustomerScorer(Night night) {
        this.night = night;
    }

    /**
     * Scores a customer.
     *
     * @param before the segment in the publication before; null where the customer was not in it
     * @throws IllegalArgumentException when the history reaches beyond the score date
     */
    public CustomerScore score(PurchaseHistory history, @Nullable SegmentState before) {
        CustomerScore.Key key = new CustomerScore.Key(
                history.customerId(), night.scoreDate(), night.model().version());
        LocalDate first = history.firstPurchaseDay();
        LocalDate last = history.lastPurchaseDay();
        if (first == null || last == null) {
            return withoutPurchase(key, before);
        }
        RfmScore rfm =
                night.thresholds().score(days(last, night.scoreDate()), history.purchaseDays365(), history.spend365());
        PurchaseSummary summary =
                new PurchaseSummary(history.purchaseDays() - 1, days(first, last), days(first, night.scoreDate()));
        double churn = night.model()
                .purchases()
                .churnProbability(summary, night.model().horizonDays());
        return new CustomerScore(
                key,
                segment(night.rules().segmentOf(rfm), before),
                rfm,
                ChurnRisk.of(churn, night.model().purchases().probabilityAlive(summary), night.bands()),
                value(summary, churn, history),
                LoyaltyScores.NONE,
                null,
                ChurnReasons.NONE,
                Eligibility.SCORED);
    }

    private CustomerScore withoutPurchase(CustomerScore.Key key, @Nullable SegmentState before) {
        return new CustomerScore(
                key,
                segment(SegmentRules.NO_PURCHASE, before),
                null,
                null,
                null,
                LoyaltyScores.NONE,
                null,
                ChurnReasons.NONE,
                Eligibility.NO_PURCHASE);
    }

    private SegmentState segment(String segment, @Nullable SegmentState before) {
        return before == null
                ? SegmentState.first(segment, night.scoreDate())
                : before.then(segment, night.scoreDate());
    }

    private ScoreValue value(PurchaseSummary summary, double churn, PurchaseHistory history) {
        double purchasesIfAny = night.model()
                .purchases()
                .expectedPurchasesGivenAny(summary, night.model().horizonDays());
        return ScoreValue.of(churn, purchasesIfAny, expectedSpend(history));
    }

    private @Nullable Double expectedSpend(PurchaseHistory history) {
        GammaGamma spend = night.model().spend();
        if (spend == null) {
            return null;
        }
        int repeatDays = history.repeatSpendDays();
        double mean = repeatDays == 0 ? 0 : history.repeatSpend() / (double) Money.UNITS / repeatDays;
        OptionalDouble expected = spend.expectedSpend(repeatDays, mean);
        return expected.isPresent() ? expected.getAsDouble() : null;
    }

    private static int days(LocalDate from, LocalDate to) {
        return Math.toIntExact(to.toEpochDay() - from.toEpochDay());
    }
}
