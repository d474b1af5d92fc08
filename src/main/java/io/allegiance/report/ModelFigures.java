package io.allegiance.report;

import io.allegiance.churn.quality.Quality;
import io.allegiance.training.BacktestReport;
import io.allegiance.training.TrainedModel;

/** How good a model is, as its document has it. */
final class ModelFigures {

    private ModelFigures() {}

    static RunReport.ModelQuality of(TrainedModel model) {
        BacktestReport backtest = model.backtest();
        Quality mean = backtest == null ? null : backtest.product().mean();
        if (backtest == null || mean == null) {
            return new RunReport.ModelQuality(
                    model.findNote(), null, "the model could not be tried on a past date: its data are too short");
        }
        return new RunReport.ModelQuality(
                model.findNote(),
                new RunReport.Backtest(
                        backtest.product().cutOffs().stream()
                                .map(BacktestReport.CutOffQuality::cutOff)
                                .toList(),
                        mean.logLoss(),
                        mean.brier(),
                        mean.auc(),
                        backtest.pooledReliability()),
                null);
    }
}
