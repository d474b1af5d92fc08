package io.allegiance.training;

import io.allegiance.btyd.PurchaseModelFamily;
import io.allegiance.churn.quality.BandQuality;
import io.allegiance.churn.quality.ReliabilityBin;
import io.allegiance.failure.AttentionException;
import io.allegiance.training.BacktestReport.CutOffQuality;
import io.allegiance.training.BacktestReport.ModelQuality;
import io.allegiance.training.BacktestReport.Reliability;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks how good the scores would have been: at each of some past dates a model is trained from what was known at the
 * end of that day, with the code of training; every customer of that day is scored, with the code of a night; and each
 * prediction is compared with the outcomes of the H days after. Nothing later than a cut-off reaches its predictions.
 */
public final class Backtest {

    private final ModelFitter fitter;
    private final List<PurchaseModelFamily> families;
    private final int horizonDays;
    private final BacktestProgress progress;

    /**
     * @param codeVersion the program's version
     * @param horizonDays H
     * @param families the purchase models that are tried alone, that which scores come from among them
     * @param progress receives each cut-off, and of each fit
     */
    public Backtest(
            String codeVersion, int horizonDays, List<PurchaseModelFamily> families, BacktestProgress progress) {
        this.fitter = new ModelFitter(codeVersion, horizonDays, families);
        this.families = List.copyOf(families);
        this.horizonDays = horizonDays;
        this.progress = progress;
    }

    /** Backtests the customers of a log; see {@link #run(PurchaseLog, List, PredictionSink)}. */
    public BacktestReport run(PurchaseLog log, List<LocalDate> cutOffs) {
        return run(log, cutOffs, PredictionSink.NONE);
    }

    /**
     * Backtests the customers of a log.
     *
     * @param log the customers: figures are over all of them, so they should not be a sample where exactness counts
     * @param cutOffs at least one, each at least H days before the log's last day
     * @param sink takes every prediction
     * @throws IllegalArgumentException when a cut-off is too late
     * @throws AttentionException when at a cut-off there is too little to fit a model from
     */
    public BacktestReport run(PurchaseLog log, List<LocalDate> cutOffs, PredictionSink sink) {
        cutOffs.forEach(cutOff -> requireHorizon(log, cutOff));
        List<CutOffQuality> product = new ArrayList<>();
        List<Reliability> reliability = new ArrayList<>();
        List<CutOffBands> bands = new ArrayList<>();
        List<Optional<Double>> constants = new ArrayList<>();
        List<CutOffFit> fits = new ArrayList<>();
        Map<PurchaseModelFamily, List<CutOffQuality>> alone = new EnumMap<>(PurchaseModelFamily.class);
        for (LocalDate cutOff : cutOffs) {
            CutOffBacktest one = new CutOffBacktest(log, cutOff, train(log, cutOff));
            one.run(sink);
            product.add(one.product());
            reliability.add(one.reliability());
            bands.add(one.bands());
            constants.add(one.findConstantLogLoss());
            fits.add(one.fit());
            for (PurchaseModelFamily family : families) {
                alone.computeIfAbsent(family, key -> new ArrayList<>()).add(one.purchaseModel(family));
            }
            progress.done(sentence(one.product()));
        }
        return report(product, alone, reliability, CutOffBands.pool(bands), mean(constants), fits);
    }

    private void requireHorizon(PurchaseLog log, LocalDate cutOff) {
        if (log.openDays().plusOpenDays(cutOff, horizonDays).isAfter(log.lastDay())) {
            throw new IllegalArgumentException("the " + horizonDays + " days after " + cutOff
                    + " must end by the last day " + log.lastDay() + " of the log");
        }
    }

    /**
     * Predicts at a cut-off whose outcome is not known yet, as {@link #run} does at those whose outcome is.
     *
     * @throws AttentionException when there is too little to fit a model from
     */
    public void predict(PurchaseLog log, LocalDate cutOff, PredictionSink sink) {
        new CutOffBacktest(log, cutOff, train(log, cutOff)).predict(sink);
        progress.done("cut-off " + cutOff + ": predicted; what happened after it is not in the file");
    }

    private TrainedModel train(PurchaseLog log, LocalDate cutOff) {
        TrainingSet set = TrainingSet.of(log, cutOff);
        if (set.purchases().repeatCustomers() == 0) {
            throw new AttentionException("up to the cut-off " + cutOff + " "
                    + (set.purchases().size() == 0 ? "there are no customers" : "no customer has come a second time")
                    + ", and a model cannot be fitted from that; name a later cut-off");
        }
        return fitter.fit(set, progress::fitted);
    }

    private BacktestReport report(
            List<CutOffQuality> product,
            Map<PurchaseModelFamily, List<CutOffQuality>> alone,
            List<Reliability> reliability,
            List<BandQuality> bands,
            @Nullable Double constantLogLoss,
            List<CutOffFit> fits) {
        List<ModelQuality> models = new ArrayList<>();
        models.add(ModelQuality.of(BacktestReport.PRODUCT, product));
        alone.forEach((family, qualities) -> models.add(ModelQuality.of(family.modelName(), qualities)));
        return new BacktestReport(
                horizonDays,
                models,
                reliability,
                ReliabilityBin.pooled(
                        reliability.stream().map(Reliability::bins).toList()),
                bands,
                constantLogLoss,
                fits);
    }

    private static @Nullable Double mean(List<Optional<Double>> figures) {
        return figures.isEmpty() || figures.stream().anyMatch(Optional::isEmpty)
                ? null
                : figures.stream().mapToDouble(Optional::orElseThrow).average().orElseThrow();
    }

    private static String sentence(CutOffQuality product) {
        return product.quality() == null
                ? "cut-off " + product.cutOff()
                : String.format(
                        Locale.ROOT,
                        "cut-off %s: %d customers, log loss %.4f",
                        product.cutOff(),
                        product.quality().customers(),
                        product.quality().logLoss());
    }
}
