package io.allegiance.scoring;

import io.allegiance.btyd.PurchaseModel;
import io.allegiance.calendar.OpenDays;
import io.allegiance.churn.ChurnRanking;
import io.allegiance.churn.GapSurvival;
import io.allegiance.churn.PopulationAsOf;
import java.time.LocalDate;

/**
 * What a model has for one further horizon; the purchase and spend models are those of the main one.
 *
 * @param horizonDays h, in days
 * @param churn gives the churn probability over h days, up to its level
 * @param gaps how long customers stay away
 * @param churnDelta δ of h, by which the logit of the mean churn differs from that of the purchase model's mean
 * @param purchaseFactor q of h, that the purchase model's expected purchases are multiplied with
 */
public record HorizonModel(
        int horizonDays, ChurnRanking churn, GapSurvival gaps, double churnDelta, double purchaseFactor) {

    /** What customers are looked at with on a date. */
    PopulationAsOf at(LocalDate date, OpenDays openDays, PurchaseModel purchases) {
        return new PopulationAsOf(date, openDays, purchases, horizonDays, gaps);
    }

    /** Returns whether all customers are needed to know the level; otherwise it is 0. */
    boolean needsLevel() {
        return needsLevel(churn, churnDelta);
    }

    /** The same of a ranking and its δ. */
    static boolean needsLevel(ChurnRanking churn, double churnDelta) {
        return !churn.isPurchaseModelAlone() || churnDelta != 0;
    }
}
