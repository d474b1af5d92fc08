package io.allegiance.training;

import io.allegiance.churn.ChurnLevel;
import io.allegiance.churn.ChurnModel;
import io.allegiance.churn.GapSurvival;
import io.allegiance.churn.RankingTrial;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the churn model came out.
 *
 * @param model the ranking and its weight
 * @param cutOffs the past dates whose outcomes it was fitted on, newest first
 * @param statement the same in a sentence or two
 * @param gaps how long customers stay away
 * @param level by how much the mean churn differs from the purchase model's; null where a model of an earlier version says nothing
 * @param purchaseFactor q, by which the purchase days of those who come are more than the purchase model expects; above 0, 1 in
 *     a model of an earlier version
 * @param trial how rankings did against the purchase model on past cut-offs; null where it could not be tried
 */
public record ChurnFit(
        ChurnModel model,
        List<CutOff> cutOffs,
        String statement,
        GapSurvival gaps,
        @Nullable ChurnLevel level,
        Double purchaseFactor,
        @Nullable RankingTrial trial) {

    private static final double NO_FACTOR = 1;

    static final ChurnFit OF_AN_EARLIER_VERSION = new ChurnFit(
            ChurnModel.PURCHASE_MODEL_ALONE,
            List.of(),
            "The purchase model alone, by an earlier version of the program.",
            GapSurvival.NONE,
            null,
            NO_FACTOR,
            null);

    public ChurnFit {
        cutOffs = List.copyOf(cutOffs);
        gaps = Objects.requireNonNullElse(gaps, GapSurvival.NONE);
        purchaseFactor = Objects.requireNonNullElse(purchaseFactor, NO_FACTOR);
    }

    /** δ, by which the logit of the mean churn differs from the purchase model's; 0 in a model of an earlier version. */
    public double delta() {
        return level == null ? 0 : level.delta();
    }

    /** Finds the level; empty in a model of an earlier version. */
    public Optional<ChurnLevel> findLevel() {
        return Optional.ofNullable(level);
    }

    /** Finds the standard error of the level, in logits; empty in a model of an earlier version. */
    public Optional<Double> findLevelError() {
        return Optional.ofNullable(level).map(ChurnLevel::error);
    }

    /**
     * A past date and what came of it.
     *
     * @param date the last day whose lines the features know of
     * @param customers customers with a purchase day up to it
     * @param churned those without a purchase day in the H days after it
     */
    public record CutOff(LocalDate date, long customers, long churned) {}
}
