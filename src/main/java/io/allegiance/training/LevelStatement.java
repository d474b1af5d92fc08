package io.allegiance.training;

import io.allegiance.churn.ChurnLevel;
import io.allegiance.churn.ChurnLevel.Past;
import java.util.List;
import java.util.Locale;

/** The level of a churn model in sentences. */
public final class LevelStatement {

    /** Less rounds to nothing. */
    private static final double SHOWN = 0.0005;

    private LevelStatement() {}

    /** What the level is and what it was learnt from. */
    public static String of(ChurnLevel level) {
        return String.format(
                Locale.ROOT,
                "The level: δ = %+.4f logits on the mean of %s, with φ = %.3f for the last 30 days and ψ = %.3f for former"
                        + " years, %s.",
                level.delta(),
                TrainedModel.PURCHASE_MODEL,
                level.phi(),
                level.psi(),
                origin(level.past()));
    }

    private static String origin(List<Past> past) {
        if (past.isEmpty()) {
            return "the values without a past date to learn from";
        }
        return past.size() == 1
                ? "learnt from the past date " + past.get(0).date()
                : "learnt from " + past.size() + " past dates, "
                        + past.get(past.size() - 1).date() + " to "
                        + past.get(0).date();
    }

    /** What the last 30 days did to the level. */
    public static String ofLast30Days(ChurnLevel level) {
        Double error = level.recent();
        if (error == null) {
            return "The last 30 days do not change the level of churn: there is too little history before them.";
        }
        double change = level.ofLast30Days();
        if (level.phi() == 0) {
            return "The last 30 days do not change the level of churn: on past dates they did not tell what comes.";
        }
        return isNothing(change)
                ? "The last 30 days do not change the level of churn: as many customers stayed away as "
                        + TrainedModel.PURCHASE_MODEL + " expected."
                : String.format(
                        Locale.ROOT,
                        "The last 30 days %s the level of churn by %.3f in logits: %s customers stayed away than %s expected.",
                        verb(change),
                        Math.abs(change),
                        error > 0 ? "more" : "fewer",
                        TrainedModel.PURCHASE_MODEL);
    }

    /** What the same season of former years did to the level. */
    public static String ofSeason(ChurnLevel level) {
        Double error = level.seasonal();
        if (error == null) {
            return "The season does not change it: no former year with this season is known.";
        }
        double change = level.ofFormerYears();
        if (level.psi() == 0) {
            return "The season does not change it: too few former years are known, or they did not tell what comes.";
        }
        return isNothing(change)
                ? "The season does not change it: after the same date of former years as many customers stayed away as "
                        + TrainedModel.PURCHASE_MODEL + " expected."
                : String.format(
                        Locale.ROOT,
                        "The season %ss it by %.3f in logits: after the same date of former years %s customers stayed away"
                                + " than %s expected.",
                        verb(change),
                        Math.abs(change),
                        error > 0 ? "more" : "fewer",
                        TrainedModel.PURCHASE_MODEL);
    }

    private static boolean isNothing(double change) {
        return Math.abs(change) < SHOWN;
    }

    private static String verb(double change) {
        return change > 0 ? "raise" : "lower";
    }
}
