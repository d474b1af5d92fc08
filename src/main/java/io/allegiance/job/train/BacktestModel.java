package io.allegiance.job.train;

import io.allegiance.job.step.RunParameters;
import io.allegiance.job.step.SingleStep;
import io.allegiance.training.Backtest;
import io.allegiance.training.BacktestReport;
import io.allegiance.training.CategoryLog;
import io.allegiance.training.GateDecision;
import io.allegiance.training.ModelGate;
import io.allegiance.training.ModelRegistry;
import io.allegiance.training.NextCategoryBacktest;
import io.allegiance.training.NextCategoryCutOff;
import io.allegiance.training.PastCutOffs;
import io.allegiance.training.PurchaseLog;
import io.allegiance.training.TrainSettings;
import io.allegiance.training.TrainedModel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Step of training: finds out how good models made this way have been on past dates, and holds the new one against the
 * active one.
 */
@Component
public final class BacktestModel implements SingleStep {

    private static final Logger LOG = LoggerFactory.getLogger(BacktestModel.class);

    /** A larger sample changes the log loss by less than 0.0005 and takes longer. */
    private static final int MOST_CUSTOMERS = 50_000;

    private final TrainingRun training;
    private final ModelRegistry models;
    private final TrainSettings settings;

    BacktestModel(TrainingRun training, ModelRegistry models, TrainSettings settings) {
        this.training = training;
        this.models = models;
        this.settings = settings;
    }

    @Override
    public void execute(RunParameters run) {
        TrainedModel fitted = training.getModel();
        PurchaseLog log = training.getTrainingSet().log().sample(MOST_CUSTOMERS);
        List<LocalDate> cutOffs = PastCutOffs.list(log, fitted.horizonDays(), settings.cutOffs());
        if (!cutOffs.isEmpty()) {
            training.setModel(fitted.withBacktest(backtest(fitted, log, cutOffs)));
            backtestNextCategory(cutOffs);
        }
        GateDecision decision = new ModelGate(log, cutOffs, settings.logLossMargin())
                .decide(fitted, models.findUsable(fitted.asOf()).orElse(null));
        LOG.info("backtest: {}", decision.statement());
        training.setDecision(decision);
    }

    /** On its own sample of customers, at the same cut-offs. */
    private void backtestNextCategory(List<LocalDate> cutOffs) {
        TrainedModel model = training.getModel();
        CategoryLog categories = training.getTrainingSet().categories();
        if (categories == null || model.crossSelling() == null) {
            return;
        }
        List<NextCategoryBacktest.CutOff> tried = new ArrayList<>();
        for (LocalDate cutOff : cutOffs) {
            tried.add(new NextCategoryCutOff(categories, cutOff, model.horizonDays()).run());
            LOG.info("backtest: {}", tried.get(tried.size() - 1).statement());
        }
        training.setModel(model.withNextCategoryBacktest(NextCategoryBacktest.of(tried)));
    }

    private BacktestReport backtest(TrainedModel fitted, PurchaseLog log, List<LocalDate> cutOffs) {
        return new Backtest(
                        fitted.codeVersion(),
                        fitted.horizonDays(),
                        settings.purchaseModels(),
                        sentence -> LOG.info("backtest: {}", sentence))
                .run(log, cutOffs);
    }
}
