package io.allegiance.training;

import io.allegiance.btyd.FitReport;
import io.allegiance.btyd.PurchaseModel;
import io.allegiance.btyd.PurchaseModelFamily;
import io.allegiance.btyd.PurchaseSummary;
import io.allegiance.churn.CustomerAsOf;
import io.allegiance.churn.PopulationAsOf;
import io.allegiance.churn.quality.Predictions;
import io.allegiance.churn.quality.Quality;
import io.allegiance.churn.quality.ReliabilityBin;
import io.allegiance.crossselling.ProposalMethod;
import io.allegiance.history.PurchaseHistory;
import io.allegiance.scoring.ScoringModel;
import io.allegiance.scoring.ScoringPopulation;
import io.allegiance.training.BacktestReport.CutOffQuality;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.util.FastMath;
import org.jspecify.annotations.Nullable;

/**
 * One cut-off of a backtest: every customer with a purchase day up to it is scored with a model trained up to it, at
 * the level that a night of that date would set, and compared with the H days after. For one thread.
 */
final class CutOffBacktest {

    private final PurchaseLog log;
    private final LocalDate cutOff;
    private final TrainedModel trained;
    private final ScoringModel model;
    private final int horizonDays;
    private final Predictions product = new Predictions();
    private final CutOffBands bands = new CutOffBands();
    private @Nullable Quality quality;
    private final Map<PurchaseModelFamily, Alone> purchaseModels = new LinkedHashMap<>();

    /** A purchase model alone. */
    private record Alone(PurchaseModel model, Predictions predictions) {

        void add(PurchaseSummary summary, int horizonDays, int purchaseDays) {
            predictions.addPrediction(
                    model.churnProbability(summary, horizonDays),
                    model.expectedPurchases(summary, horizonDays),
                    purchaseDays);
        }
    }

    /** With a model that was trained up to the cut-off, or with another, which may know more. */
    CutOffBacktest(PurchaseLog log, LocalDate cutOff, TrainedModel trained) {
        this.log = log;
        this.cutOff = cutOff;
        this.trained = trained;
        this.model = trained.toScoringModel(cutOff.toString(), ProposalMethod.LIFT);
        this.horizonDays = trained.horizonDays();
        for (PurchaseModelFamily family : PurchaseModelFamily.values()) {
            trained.find(family.modelName())
                    .map(FitReport::parameters)
                    .ifPresent(parameters ->
                            purchaseModels.put(family, new Alone(family.restore(parameters), new Predictions())));
        }
    }

    /** Receives a prediction. */
    private interface Prediction {
        void take(int customer, CustomerAsOf known, double churn, double expectedPurchases);
    }

    /** Predicts, and holds every prediction against what happened. */
    void run(PredictionSink sink) {
        forEach((customer, known, churn, expectedPurchases) -> {
            int purchaseDays = log.countPurchaseDays(customer, cutOff, horizonDays);
            sink.accept(cutOff, known.history().customerId(), churn, expectedPurchases);
            product.addPrediction(churn, expectedPurchases, purchaseDays);
            bands.addCustomer(new CutOffBands.Customer(
                    known.summary().repeatPurchases(),
                    churn,
                    known.modelChurn(),
                    expectedPurchases
                            * model.findExpectedSpend(known.history().spend()).orElse(1),
                    purchaseDays == 0));
            purchaseModels.values().forEach(alone -> alone.add(known.summary(), horizonDays, purchaseDays));
        });
    }

    /** Predicts alone, where it is not known yet what happened. */
    void predict(PredictionSink sink) {
        forEach((customer, known, churn, expectedPurchases) ->
                sink.accept(cutOff, known.history().customerId(), churn, expectedPurchases));
    }

    private void forEach(Prediction prediction) {
        double level = level();
        PopulationAsOf population = model.at(cutOff, log.openDaysAsOf(cutOff));
        for (int customer = 0; customer < log.size(); customer++) {
            PurchaseHistory history = log.findHistory(customer, cutOff).orElse(null);
            if (history != null) {
                CustomerAsOf known = population.look(history);
                double churn = model.churn().probability(known, level);
                prediction.take(
                        customer,
                        known,
                        churn,
                        (1 - churn)
                                * ScoringModel.purchasesIfAny(
                                        known.forecast().expectedPurchasesGivenAny(), model.purchaseFactor()));
            }
        }
    }

    private double level() {
        ScoringPopulation population = new ScoringPopulation(cutOff, log.openDaysAsOf(cutOff), model);
        for (int customer = 0; customer < log.size(); customer++) {
            log.findHistory(customer, cutOff).ifPresent(history -> population.addCustomer(history, 0));
        }
        return population.toThresholds().churnLevel();
    }

    /** Predicts with the product's model alone and returns its quality. */
    Quality judge() {
        forEach((customer, known, churn, expectedPurchases) ->
                product.addPrediction(churn, expectedPurchases, log.countPurchaseDays(customer, cutOff, horizonDays)));
        return quality();
    }

    /** The quality of the predictions, once all of them are there. */
    Quality quality() {
        if (quality == null) {
            quality = Quality.of(product);
        }
        return quality;
    }

    CutOffBands bands() {
        return bands;
    }

    /** The log loss that the churn rate of the training cut-offs has for everybody; empty without one. */
    Optional<Double> findConstantLogLoss() {
        long customers = trained.churn().cutOffs().stream()
                .mapToLong(ChurnFit.CutOff::customers)
                .sum();
        long churned = trained.churn().cutOffs().stream()
                .mapToLong(ChurnFit.CutOff::churned)
                .sum();
        if (customers == 0 || product.size() == 0) {
            return Optional.empty();
        }
        double rate = (churned + 0.5) / (customers + 1);
        double observed = quality().observedChurn();
        return Optional.of(-observed * FastMath.log(rate) - (1 - observed) * FastMath.log(1 - rate));
    }

    /** How the churn model of the cut-off came out. */
    CutOffFit fit() {
        return CutOffFit.of(cutOff, trained.churn(), quality());
    }

    CutOffQuality product() {
        return new CutOffQuality(cutOff, quality(), trained.churn().statement());
    }

    BacktestReport.Reliability reliability() {
        return new BacktestReport.Reliability(cutOff, ReliabilityBin.of(product));
    }

    CutOffQuality purchaseModel(PurchaseModelFamily family) {
        Alone alone = purchaseModels.get(family);
        return new CutOffQuality(cutOff, alone == null ? null : Quality.of(alone.predictions), statement(family));
    }

    private String statement(PurchaseModelFamily family) {
        return trained.fits().stream()
                .filter(fit -> fit.model().equals(family.modelName()))
                .map(FitReport::statement)
                .findFirst()
                .orElse("");
    }
}
