package io.allegiance.training;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a new model becomes the active one: unless it is worse than the active one, on the same customers at
 * the same past cut-offs, by more than a margin of log loss. Models over different horizons predict different things and are not
 * compared: the new one becomes active.
 *
 * <p>Both are applied without refitting, each at the level that its own purchase model sets. Both may have seen the
 * outcomes that they are compared with, so neither has an advantage, and the figures rank the two without measuring how
 * good either is: that is what {@link Backtest} is for.
 */
public final class ModelGate {

    private final PurchaseLog log;
    private final List<LocalDate> cutOffs;
    private final double margin;

    /**
     * @param log the customers to compare on
     * @param cutOffs each at least H days before the log's last day; may be empty
     * @param margin by how much the new model's mean log loss may be larger
     */
    public ModelGate(PurchaseLog log, List<LocalDate> cutOffs, double margin) {
        this.log = log;
        this.cutOffs = List.copyOf(cutOffs);
        this.margin = margin;
    }

    /**
     * Decides.
     *
     * @param active the model that nights of the new one's as-of date would use now; null where none exists
     */
    public GateDecision decide(TrainedModel model, ModelRegistry.@Nullable Registered active) {
        if (active == null) {
            return new GateDecision(true, "Active: there was no active model as of " + model.asOf() + ".", null);
        }
        if (model.horizonDays() != active.model().horizonDays()) {
            return new GateDecision(true, overAnotherHorizon(model, active), null);
        }
        if (cutOffs.isEmpty()) {
            return new GateDecision(
                    true, "Active: the history has no past date yet on which two models can be compared.", null);
        }
        GateDecision.Comparison comparison = new GateDecision.Comparison(
                active.version(), cutOffs, meanLogLoss(model), meanLogLoss(active.model()), margin);
        return new GateDecision(comparison.isPassed(), statement(comparison), comparison);
    }

    private static String overAnotherHorizon(TrainedModel model, ModelRegistry.Registered active) {
        return String.format(
                Locale.ROOT,
                "Active: another horizon, not compared: the churn of this model is over %d days, that of the active model %s"
                        + " over %d.",
                model.horizonDays(),
                active.version(),
                active.model().horizonDays());
    }

    private double meanLogLoss(TrainedModel model) {
        return cutOffs.stream()
                .mapToDouble(cutOff -> logLoss(model, cutOff))
                .average()
                .orElseThrow();
    }

    private double logLoss(TrainedModel model, LocalDate cutOff) {
        return new CutOffBacktest(log, cutOff, model).judge().logLoss();
    }

    private static String statement(GateDecision.Comparison comparison) {
        String figures = String.format(
                Locale.ROOT,
                "log loss %.4f where the active model %s has %.4f, on %d past cut-offs",
                comparison.logLoss(),
                comparison.activeVersion(),
                comparison.activeLogLoss(),
                comparison.cutOffs().size());
        return comparison.isPassed()
                ? "Active: " + figures + "."
                : "Kept, not used: " + figures + ", which is worse by more than " + comparison.margin()
                        + ". The active model stays; 'allegiance models --promote' overrules.";
    }
}
