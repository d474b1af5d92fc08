package io.allegiance.scoring;

import io.allegiance.btyd.GammaGamma;
import io.allegiance.btyd.PurchaseModel;
import org.jspecify.annotations.Nullable;

/**
 * What a score is computed with.
 *
 * @param version the model version that scores name
 * @param purchases gives churn probability, P(alive) and expected purchases
 * @param spend gives the expected spend; null where the model has none, and spend is then unknown
 * @param horizonDays H
 */
public record ScoringModel(
        String version, PurchaseModel purchases, @Nullable GammaGamma spend, int horizonDays) {}
