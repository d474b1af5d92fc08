package io.allegiance.job.train;

import io.allegiance.job.step.RunParameters;
import io.allegiance.job.step.SingleStep;
import io.allegiance.training.ModelRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Step of training: registers the model; when it is active, nights from its as-of date on use it. */
@Component
public final class RegisterModel implements SingleStep {

    private static final Logger LOG = LoggerFactory.getLogger(RegisterModel.class);

    private final TrainingRun training;
    private final ModelRegistry models;

    RegisterModel(TrainingRun training, ModelRegistry models) {
        this.training = training;
        this.models = models;
    }

    @Override
    public void execute(RunParameters run) {
        LOG.info("registerModel: {}", models.register(training.getModel(), training.getDecision()));
    }
}
