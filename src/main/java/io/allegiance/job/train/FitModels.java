package io.allegiance.job.train;

import io.allegiance.job.step.RunParameters;
import io.allegiance.job.step.SingleStep;
import io.allegiance.platform.CodeVersion;
import io.allegiance.settings.BusinessSettings;
import io.allegiance.training.ModelFitter;
import io.allegiance.training.TrainSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Step of training: fits the purchase models and the spend model. */
@Component
public final class FitModels implements SingleStep {

    private static final Logger LOG = LoggerFactory.getLogger(FitModels.class);

    private final TrainingRun training;
    private final ModelFitter fitter;

    FitModels(TrainingRun training, CodeVersion version, BusinessSettings business, TrainSettings settings) {
        this.training = training;
        this.fitter = new ModelFitter(
                version.value(), business.horizonDays(), business.furtherHorizons(), settings.purchaseModels());
    }

    @Override
    public void execute(RunParameters run) {
        training.setModel(fitter.fit(training.getTrainingSet(), fit -> LOG.info("fitModels: {}", fit))
                .withLeftOut(training.leftOut()));
    }
}
