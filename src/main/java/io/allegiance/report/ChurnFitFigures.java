package io.allegiance.report;

import io.allegiance.churn.ChurnLevel;
import io.allegiance.churn.RankingTrial;
import io.allegiance.training.ChurnFit;
import io.allegiance.training.LevelStatement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the churn model of a night came out.
 *
 * @param statement in a sentence or two
 * @param weight w, of the ranking against the purchase model: 1, 0.5 or 0
 * @param trial how the ranking did against the purchase model on past cut-offs; null where it could not be tried
 * @param level by how much the mean churn differs from the purchase model's; null in a model of an earlier version
 * @param purchaseFactor q, by which the purchase days of those who come are more than the purchase model expects; above 0, null in a model of an earlier
 *     version
 */
public record ChurnFitFigures(
        String statement,
        double weight,
        @Nullable Trial trial,
        @Nullable Level level,
        @Nullable Double purchaseFactor) {

    /**
     * The gain in log loss over the purchase model on past cut-offs, which the ranking had not seen.
     *
     * @param cutOffs how many
     * @param customers the customers compared, of all of them
     * @param gain above 0 where the ranking is better
     * @param noise the standard error of the gain
     * @param averagedGain the gain of the average of the ranking and the purchase model
     * @param averagedNoise its standard error
     */
    public record Trial(
            int cutOffs, int customers, double gain, double noise, double averagedGain, double averagedNoise) {

        static Trial of(RankingTrial trial) {
            return new Trial(
                    trial.cutOffs(),
                    trial.customers(),
                    trial.gainOfForm().mean(),
                    trial.gainOfForm().noise(),
                    trial.gainOfAverage().mean(),
                    trial.gainOfAverage().noise());
        }
    }

    /**
     * The level of the churn probabilities, in logits.
     *
     * @param delta δ, by which the logit of the mean churn differs from the purchase model's
     * @param phi φ, what the last 30 days count, within [0, 0.75]
     * @param psi ψ, what former years count, within [0, 1]
     * @param ofLast30Days what the last 30 days add to δ
     * @param ofFormerYears what former years add to δ
     * @param error the standard error of the level
     * @param statements the same in sentences
     */
    public record Level(
            double delta,
            double phi,
            double psi,
            double ofLast30Days,
            double ofFormerYears,
            double error,
            List<String> statements) {

        public Level {
            statements = List.copyOf(statements);
        }

        static Level of(ChurnLevel level) {
            return new Level(
                    level.delta(),
                    level.phi(),
                    level.psi(),
                    level.ofLast30Days(),
                    level.ofFormerYears(),
                    level.error(),
                    List.of(
                            LevelStatement.of(level),
                            LevelStatement.ofLast30Days(level),
                            LevelStatement.ofSeason(level)));
        }
    }

    static ChurnFitFigures of(ChurnFit fit) {
        RankingTrial trial = fit.trial();
        return new ChurnFitFigures(
                fit.statement(),
                fit.model().weight(),
                trial == null ? null : Trial.of(trial),
                fit.findLevel().map(Level::of).orElse(null),
                fit.level() == null ? null : Double.valueOf(fit.purchaseFactor()));
    }
}
