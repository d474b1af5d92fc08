package io.allegiance.scoring;

import io.allegiance.btyd.GammaGamma;
import io.allegiance.btyd.PurchaseModel;
import io.allegiance.churn.ChurnModel;
import io.allegiance.crossselling.CategoryLift;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * The models that a score is computed with.
 *
 * @param version the model version that scores name
 * @param purchases gives P(alive), the level of churn, and expected purchases
 * @param churn gives the churn probability, up to its level
 * @param spend gives the expected spend; null where the model has none, and spend is then unknown
 * @param horizonDays H
 * @param categories proposes the next best category; null where the model has none, and it is then unknown
 */
public record ScoringModel(
        String version,
        PurchaseModel purchases,
        ChurnModel churn,
        @Nullable GammaGamma spend,
        int horizonDays,
        @Nullable CategoryLift categories) {

    /** The same that proposes none of some categories. */
    public ScoringModel withoutCategories(Collection<String> leftOut) {
        return new ScoringModel(
                version, purchases, churn, spend, horizonDays, categories == null ? null : categories.without(leftOut));
    }
}
