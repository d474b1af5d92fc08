package io.allegiance.job.train;

import io.allegiance.job.step.RunParameters;
import io.allegiance.job.step.SingleStep;
import io.allegiance.outcome.GroupOutcome;
import io.allegiance.outcome.OutcomeComparison;
import io.allegiance.outcome.Outcomes;
import io.allegiance.outcome.PastPublication;
import io.allegiance.outcome.PublicationOutcome;
import io.allegiance.settings.BusinessSettings;
import io.allegiance.training.PurchaseLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Last step of training: compares publications whose horizon has passed with what happened, and records it. The model is
 * registered by then, so a failure here costs no model.
 */
@Component
public final class CompareOutcomes implements SingleStep {

    private static final Logger LOG = LoggerFactory.getLogger(CompareOutcomes.class);

    private final TrainingRun training;
    private final Outcomes outcomes;
    private final OutcomeComparison comparison;
    private final int horizonDays;

    CompareOutcomes(TrainingRun training, Outcomes outcomes, OutcomeComparison comparison, BusinessSettings business) {
        this.training = training;
        this.outcomes = outcomes;
        this.comparison = comparison;
        this.horizonDays = business.horizonDays();
    }

    @Override
    public void execute(RunParameters run) {
        PurchaseLog log = training.getTrainingSet().log();
        for (PastPublication past : outcomes.listDue(run.businessDate(), horizonDays)) {
            comparison.compare(past, log).ifPresent(outcome -> {
                outcomes.save(outcome, run.runId());
                tell(outcome);
            });
        }
    }

    private static void tell(PublicationOutcome outcome) {
        GroupOutcome all = outcome.all();
        if (outcome.reason() != null) {
            LOG.warn(
                    "compareOutcomes: publication {} of {} cannot be compared with what happened: {}",
                    outcome.publication(),
                    outcome.scoreDate(),
                    outcome.reason());
        } else {
            LOG.info(
                    "compareOutcomes: publication {} of {}: {} of {} customers churned, mean prediction {}, log loss {}",
                    outcome.publication(),
                    outcome.scoreDate(),
                    all.churned(),
                    all.customers(),
                    all.meanChurn(),
                    all.logLoss());
        }
    }
}
