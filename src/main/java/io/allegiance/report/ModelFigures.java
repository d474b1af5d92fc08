package io.allegiance.report;

import io.allegiance.churn.quality.Quality;
import io.allegiance.crossselling.ProposalMethod;
import io.allegiance.training.BacktestReport;
import io.allegiance.training.CrossSelling;
import io.allegiance.training.NextCategoryBacktest;
import io.allegiance.training.TrainedModel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The quality of a model, from its document. */
final class ModelFigures {

    private ModelFigures() {}

    /** The hit rates of its proposed next categories at past dates. */
    static List<RunReport.NextCategoryHits> proposals(TrainedModel model) {
        CrossSelling crossSelling = model.crossSelling();
        NextCategoryBacktest backtest = crossSelling == null ? null : crossSelling.backtest();
        return backtest == null
                ? List.of()
                : backtest.cutOffs().stream()
                        .map(tried -> new RunReport.NextCategoryHits(
                                tried.cutOff(), tried.customers(), tried.hits(), tried.popularHits()))
                        .toList();
    }

    /** How it proposes them; null where it cannot. */
    static @Nullable ProposalMethod method(TrainedModel model, ProposalMethod configured) {
        CrossSelling crossSelling = model.crossSelling();
        return crossSelling == null ? null : crossSelling.choose(configured);
    }

    static RunReport.ModelQuality of(TrainedModel model) {
        BacktestReport backtest = model.backtest();
        Quality mean = backtest == null ? null : backtest.product().mean();
        if (backtest == null || mean == null) {
            return new RunReport.ModelQuality(
                    model.findNote().orElse(null),
                    null,
                    "the model could not be tried on a past date: its data are too short",
                    ChurnFitFigures.of(model.churn()));
        }
        return new RunReport.ModelQuality(
                model.findNote().orElse(null),
                new RunReport.Backtest(
                        backtest.product().cutOffs().stream()
                                .map(BacktestReport.CutOffQuality::cutOff)
                                .toList(),
                        mean.logLoss(),
                        mean.brier(),
                        mean.auc(),
                        backtest.pooledReliability(),
                        backtest.bands(),
                        purchaseModelLogLoss(model, backtest),
                        backtest.constantLogLoss()),
                null,
                ChurnFitFigures.of(model.churn()));
    }

    private static @Nullable Double purchaseModelLogLoss(TrainedModel model, BacktestReport backtest) {
        return backtest.findModel(model.purchaseModel())
                .map(BacktestReport.ModelQuality::mean)
                .map(Quality::logLoss)
                .orElse(null);
    }
}
