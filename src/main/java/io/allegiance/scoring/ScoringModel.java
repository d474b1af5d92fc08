package io.allegiance.scoring;

import io.allegiance.btyd.GammaGamma;
import io.allegiance.btyd.PurchaseModel;
import io.allegiance.calendar.OpenDays;
import io.allegiance.churn.ChurnRanking;
import io.allegiance.churn.GapSurvival;
import io.allegiance.churn.PopulationAsOf;
import io.allegiance.crossselling.CategoryProposer;
import io.allegiance.history.PurchaseHistory;
import io.allegiance.purchase.Money;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The models that a score is computed with.
 *
 * @param version the model version that scores name
 * @param purchases gives P(alive), the level of churn, and expected purchases
 * @param churn gives the churn probability, up to its level
 * @param gaps how long customers stay away
 * @param churnDelta δ, by which the logit of the mean churn differs from that of the purchase model's mean
 * @param purchaseFactor q, that the purchase model's expected purchases are multiplied with
 * @param aliveKnown whether P(alive) can be told from the history that the purchase model was fitted to
 * @param spend gives the expected spend; null where the model has none, and spend is then unknown
 * @param horizonDays H
 * @param categories proposes the next best category; null where the model has none, and it is then unknown
 * @param further a model for each further horizon, the shortest first
 */
public record ScoringModel(
        String version,
        PurchaseModel purchases,
        ChurnRanking churn,
        GapSurvival gaps,
        double churnDelta,
        double purchaseFactor,
        boolean aliveKnown,
        @Nullable GammaGamma spend,
        int horizonDays,
        @Nullable CategoryProposer categories,
        List<HorizonModel> further) {

    public ScoringModel {
        further = List.copyOf(further);
    }

    /**
     * The purchase days that are expected of a customer who comes at all: max(1, n · q).
     *
     * @param ofPurchaseModel n = E[N | N ≥ 1] of the purchase model, at least 1
     * @param factor q, above 0; below 1 the product may fall below the one day that such a customer has
     */
    public static double purchasesIfAny(double ofPurchaseModel, double factor) {
        return Math.max(1, ofPurchaseModel * factor);
    }

    /**
     * Finds the spend that is expected of a purchase day, in the reporting currency; empty where it is unknown. It is 0 of a customer
     * whose known spend is 0 on every purchase day, or on every one after the first, because all was returned or free.
     *
     * @param known the customer's spend
     */
    public OptionalDouble findExpectedSpend(PurchaseHistory.Spend known) {
        if (known.isNothing()) {
            return OptionalDouble.of(0);
        }
        if (spend == null) {
            return OptionalDouble.empty();
        }
        int repeatDays = known.repeatDays();
        double mean = repeatDays == 0 ? 0 : known.repeatTotal() / (double) Money.UNITS / repeatDays;
        return spend.expectedSpend(repeatDays, mean);
    }

    /** What customers are looked at with on a date. */
    public PopulationAsOf at(LocalDate date, OpenDays openDays) {
        return new PopulationAsOf(date, openDays, purchases, horizonDays, gaps);
    }

    /** The same that proposes none of some categories. */
    public ScoringModel withoutCategories(Collection<String> leftOut) {
        return new ScoringModel(
                version,
                purchases,
                churn,
                gaps,
                churnDelta,
                purchaseFactor,
                aliveKnown,
                spend,
                horizonDays,
                categories == null ? null : categories.without(leftOut),
                further);
    }
}
