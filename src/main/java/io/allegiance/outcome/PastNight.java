package io.allegiance.outcome;

import io.allegiance.churn.CustomerAsOf;
import io.allegiance.churn.PopulationAsOf;
import io.allegiance.churn.quality.FrequencyBand;
import io.allegiance.decimal.FixedPoint;
import io.allegiance.history.PurchaseHistory;
import io.allegiance.scoring.ChurnBand;
import io.allegiance.scoring.ChurnBands;
import io.allegiance.scoring.NightThresholds;
import io.allegiance.scoring.ScoringModel;

/**
 * What the scores of a publication were computed with: its model, and the thresholds and bands that its run froze.
 *
 * @param population what its customers are looked at with
 */
record PastNight(PopulationAsOf population, ScoringModel model, NightThresholds thresholds, ChurnBands bands) {

    private static final double ONE = 1_000_000;

    /**
     * A customer as the publication predicted it.
     *
     * @param churn the churn probability with the 6 decimals of the publication, in [0, 1]
     * @param band of that probability
     * @param expectedPurchases E[purchase days in the next H days]
     * @param frequency the range of the repeat purchases
     */
    record Prediction(double churn, ChurnBand band, double expectedPurchases, FrequencyBand frequency) {}

    /**
     * Predicts as the night did.
     *
     * @param history as of the score date, with a purchase day
     */
    Prediction predict(PurchaseHistory history) {
        CustomerAsOf customer = population.look(history);
        double churn = model.churn().probability(customer, thresholds.churnLevel());
        long millionths = FixedPoint.round(churn, FixedPoint.PROBABILITY);
        return new Prediction(
                millionths / ONE,
                bands.bandOf(millionths),
                (1 - churn)
                        * ScoringModel.purchasesIfAny(
                                customer.forecast().expectedPurchasesGivenAny(), model.purchaseFactor()),
                FrequencyBand.of(history.purchaseDays() - 1));
    }
}
