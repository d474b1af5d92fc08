package io.allegiance.scoring;

import io.allegiance.btyd.GammaGamma;
import io.allegiance.btyd.PurchaseModel;
import io.allegiance.churn.ChurnModel;
import org.jspecify.annotations.Nullable;

/**
 * What a score is computed with.
 *
 * @param version the model version that scores name
 * @param purchases gives P(alive), the level of churn, and expected purchases
 * @param churn gives the churn probability, up to its level
 * @param spend gives the expected spend; null where the model has none, and spend is then unknown
 * @param horizonDays H
 */
public record ScoringModel(
        String version,
        PurchaseModel purchases,
        ChurnModel churn,
        @Nullable GammaGamma spend,
        int horizonDays) {}
