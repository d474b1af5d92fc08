package io.allegiance.scoring;

import io.allegiance.calendar.OpenDays;
import io.allegiance.churn.CustomerAsOf;
import io.allegiance.churn.PopulationAsOf;
import io.allegiance.crossselling.CategoryProposer;
import io.allegiance.crossselling.ProposalCache;
import io.allegiance.history.PurchaseHistory;
import io.allegiance.loyalty.LoyalCustomer;
import io.allegiance.loyalty.LoyaltyScores;
import io.allegiance.loyalty.LoyaltyWeights;
import io.allegiance.rfm.RfmScore;
import io.allegiance.segment.SegmentFacts;
import io.allegiance.segment.SegmentRules;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Makes a customer's score of the history as of the score date, with one model and the thresholds frozen for the run:
 *
 * <pre>
 *     churn probability   P(no purchase day in (T, T + H]) of the churn model, at the level of the night
 *     probability alive   P(alive | x, t_x, T) of the purchase model
 *     expected purchases  (1 - churn) · max(1, q · E[N | N ≥ 1]), the latter of the purchase model
 *     expected spend      E[M | repeat days with known spend above 0, their mean] of Gamma-Gamma
 *     loyalty            the dimensions of {@code io.allegiance.loyalty} and their weighted mean
 *     next best category largest mean lift over the categories bought of
 * </pre>
 *
 * A customer without a purchase day has no number. For one thread.
 */
public final class CustomerScorer {

    /**
     * What scores a night: its date, its model, and what was frozen for it.
     *
     * @param weights of the dimensions that make the loyalty score
     * @param segmentHoldDays how long a customer may not move back to the segment before
     */
    public record Night(
            LocalDate scoreDate,
            OpenDays openDays,
            ScoringModel model,
            NightThresholds thresholds,
            SegmentRules rules,
            ChurnBands bands,
            LoyaltyWeights weights,
            int segmentHoldDays) {}

    private final Night night;
    private final PopulationAsOf population;
    private final HorizonScorer further;
    private final SegmentHysteresis hold;
    private final LoyaltyScores noLoyalty;
    private final int historyDays;
    private final @Nullable ProposalCache proposals;

    public CustomerScorer(Night night) {
        this.night = night;
        this.population = night.model().at(night.scoreDate(), night.openDays());
        this.further = new HorizonScorer(night);
        this.hold = new SegmentHysteresis(night.segmentHoldDays(), night.rules().segments());
        this.noLoyalty = LoyaltyScores.none(night.weights().dimensions());
        this.historyDays = night.thresholds().historyDays(night.scoreDate());
        CategoryProposer categories = night.model().categories();
        this.proposals = categories == null ? null : new ProposalCache(categories);
    }

    /** Returns whether customers are scored over more than the main horizon. */
    public boolean hasFurtherHorizons() {
        return !night.model().further().isEmpty();
    }

    /**
     * Scores a customer over the main horizon.
     *
     * @param referredBuyers as in {@link LoyalCustomer}
     * @param before from the publication before; null where the customer was not in it
     * @throws IllegalArgumentException when the history reaches beyond the score date
     */
    public CustomerScore score(PurchaseHistory history, int referredBuyers, @Nullable PreviousSegment before) {
        return scoreAll(history, referredBuyers, before).score();
    }

    /**
     * Scores a customer over all horizons of the model.
     *
     * @param referredBuyers as in {@link LoyalCustomer}
     * @param before from the publication before; null where the customer was not in it
     * @throws IllegalArgumentException when the history reaches beyond the score date
     */
    public ScoredCustomer scoreAll(PurchaseHistory history, int referredBuyers, @Nullable PreviousSegment before) {
        CustomerScore.Key key = new CustomerScore.Key(
                history.customerId(), night.scoreDate(), night.model().version());
        if (!history.hasPurchase()) {
            return new ScoredCustomer(withoutPurchase(key, before), List.of());
        }
        ScoringModel model = night.model();
        CustomerAsOf customer = population.look(history);
        RfmScore rfm = night.thresholds()
                .rfm()
                .score(
                        customer.daysSinceLastPurchase(),
                        history.recent().purchaseDays365(),
                        history.recent().spend365());
        double[] shares = model.churn().shares(customer);
        double churn =
                model.churn().probability(customer, shares, night.thresholds().churnLevel());
        ChurnRisk risk = ChurnRisk.of(churn, model.aliveKnown() ? customer.probabilityAlive() : null, night.bands());
        double purchasesIfAny =
                ScoringModel.purchasesIfAny(customer.forecast().expectedPurchasesGivenAny(), model.purchaseFactor());
        Double spend = expectedSpend(history.spend());
        ScoreValue value = ScoreValue.of(churn, purchasesIfAny, spend);
        LoyaltyScores loyalty = LoyaltyScores.of(
                LoyalCustomer.of(history, night.scoreDate(), night.openDays(), referredBuyers),
                night.thresholds().loyalty(),
                night.weights());
        SegmentFacts.Days days = new SegmentFacts.Days(customer.daysSinceLastPurchase(), historyDays);
        String segment = night.rules().segmentOf(segmentFacts(rfm, risk, loyalty, value, days));
        CustomerScore score = new CustomerScore(
                key,
                hold.after(before, currentSegment(segment), rfm.recency()),
                rfm,
                risk,
                value,
                loyalty,
                nextBestCategory(history),
                ChurnReasons.of(shares),
                Eligibility.SCORED);
        HorizonScorer.Figures main = new HorizonScorer.Figures(churn, (1 - churn) * purchasesIfAny);
        return new ScoredCustomer(score, further.score(history, main, spend));
    }

    private @Nullable String nextBestCategory(PurchaseHistory history) {
        return proposals == null
                ? null
                : proposals.propose(history.loyalty().categories().names()).orElse(null);
    }

    private CustomerScore withoutPurchase(CustomerScore.Key key, @Nullable PreviousSegment before) {
        return new CustomerScore(
                key,
                hold.after(before, currentSegment(SegmentRules.NO_PURCHASE), null),
                null,
                null,
                null,
                noLoyalty,
                null,
                ChurnReasons.NONE,
                Eligibility.NO_PURCHASE);
    }

    private SegmentState currentSegment(String segment) {
        return SegmentState.first(segment, night.scoreDate());
    }

    private @Nullable Double expectedSpend(PurchaseHistory.Spend known) {
        OptionalDouble expected = night.model().findExpectedSpend(known);
        return expected.isPresent() ? expected.getAsDouble() : null;
    }

    /** Returns the published figures of a customer that segment rules may use. */
    static SegmentFacts segmentFacts(
            RfmScore rfm, ChurnRisk churn, LoyaltyScores loyalty, ScoreValue value, SegmentFacts.Days days) {
        ScoreValue.Money money = value.money();
        return new SegmentFacts(
                rfm,
                churn.churnProbability(),
                loyalty,
                money == null ? null : money.expectedValue(),
                money == null ? null : money.valueAtRisk(),
                days);
    }
}
