package io.allegiance.testing;

import io.allegiance.btyd.GammaGamma;
import io.allegiance.btyd.PurchaseModel;
import io.allegiance.churn.ChurnModel;
import io.allegiance.churn.ChurnRanking;
import io.allegiance.churn.GapSurvival;
import io.allegiance.crossselling.CategoryLift;
import io.allegiance.scoring.ScoringModel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Models to score with. */
public final class ScoringModels {

    private ScoringModels() {}

    /** The purchase model alone, at its own level. */
    public static ScoringModel alone(
            String version, PurchaseModel purchases, @Nullable GammaGamma spend, @Nullable CategoryLift categories) {
        return new ScoringModel(
                version,
                purchases,
                new ChurnRanking(ChurnModel.PURCHASE_MODEL_ALONE),
                GapSurvival.NONE,
                0,
                1,
                true,
                spend,
                90,
                categories,
                List.of());
    }
}
