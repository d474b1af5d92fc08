package io.allegiance.training;

import io.allegiance.churn.ChurnLevel;
import io.allegiance.churn.RankingTrial;
import io.allegiance.churn.quality.Quality;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How the churn model of one cut-off of a backtest came out.
 *
 * @param cutOff the last day whose lines the model knew of
 * @param weight w, of the ranking against the purchase model: 1, 0.5 or 0
 * @param trial how rankings did against the purchase model before the cut-off; null where it could not be tried
 * @param delta δ of {@link ChurnLevel}, in logits
 * @param phi φ, within [0, 0.75]
 * @param psi ψ, within [0, 1]
 * @param low the lower end of the interval in which the observed churn is expected with a probability of at least 0.8, in [0, 1]
 * @param high its upper end, not below the lower
 * @param inside whether the observed churn is from low to high, both included
 * @param purchaseFactor q, above 0
 */
public record CutOffFit(
        LocalDate cutOff,
        double weight,
        @Nullable RankingTrial trial,
        double delta,
        double phi,
        double psi,
        double low,
        double high,
        boolean inside,
        double purchaseFactor) {

    /* A model that was fitted just now has a level. */
    static CutOffFit of(LocalDate cutOff, ChurnFit churn, Quality quality) {
        ChurnLevel level = churn.findLevel().orElseThrow();
        double low = level.lowerEnd(quality.meanChurn());
        double high = level.upperEnd(quality.meanChurn());
        return new CutOffFit(
                cutOff,
                churn.model().weight(),
                churn.trial(),
                level.delta(),
                level.phi(),
                level.psi(),
                low,
                high,
                low <= quality.observedChurn() && quality.observedChurn() <= high,
                churn.purchaseFactor());
    }
}
