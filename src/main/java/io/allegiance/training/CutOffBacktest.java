package io.allegiance.training;

import io.allegiance.btyd.FitReport;
import io.allegiance.btyd.PurchaseModel;
import io.allegiance.btyd.PurchaseModelFamily;
import io.allegiance.btyd.PurchaseSummary;
import io.allegiance.churn.CustomerAsOf;
import io.allegiance.churn.quality.Predictions;
import io.allegiance.churn.quality.Quality;
import io.allegiance.churn.quality.ReliabilityBin;
import io.allegiance.history.PurchaseHistory;
import io.allegiance.scoring.ScoringModel;
import io.allegiance.scoring.ScoringPopulation;
import io.allegiance.training.BacktestReport.CutOffQuality;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

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
        this.model = trained.toScoringModel(cutOff.toString());
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
        for (int customer = 0; customer < log.size(); customer++) {
            PurchaseHistory history = log.findHistory(customer, cutOff).orElse(null);
            if (history != null) {
                CustomerAsOf known = CustomerAsOf.of(history, cutOff, model.purchases(), horizonDays);
                double churn = model.churn().probability(known, level);
                prediction.take(
                        customer,
                        known,
                        churn,
                        (1 - churn) * model.purchases().expectedPurchasesGivenAny(known.summary(), horizonDays));
            }
        }
    }

    private double level() {
        ScoringPopulation population = new ScoringPopulation(cutOff, model);
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

    Quality quality() {
        return Quality.of(product);
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
