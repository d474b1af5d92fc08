package io.allegiance.training;

import io.allegiance.churn.ChurnRanking;
import io.allegiance.scoring.HorizonModel;

/**
 * How the churn model came out over one further horizon; the purchase and spend models are those of the main one.
 *
 * @param horizonDays h, in days
 * @param churn ranking, level and purchase factor over h days
 */
public record HorizonFit(int horizonDays, ChurnFit churn) {

    /** Returns it as scoring uses it. */
    HorizonModel toHorizonModel() {
        return new HorizonModel(
                horizonDays, new ChurnRanking(churn.model()), churn.gaps(), churn.delta(), churn.purchaseFactor());
    }

    /** What is said of it, in a sentence or two. */
    public String statement() {
        return "Over " + horizonDays + " days: " + churn.statement();
    }
}
