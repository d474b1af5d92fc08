package io.allegiance.job.nightly;

import io.allegiance.job.step.RunParameters;
import io.allegiance.job.step.SingleStep;
import io.allegiance.publish.ScorableHistories;
import io.allegiance.run.RunThresholds;
import io.allegiance.run.Runs;
import io.allegiance.scoring.ScoringPopulation;
import io.allegiance.training.ModelRegistry;
import org.springframework.stereotype.Component;

/**
 * Step of a night: freezes what is computed from all customers with a purchase day together: the RFM thresholds, the level of
 * the churn probability, and the norms of the loyalty dimensions.
 */
@Component
public final class SetThresholds implements SingleStep {

    private final ScorableHistories histories;
    private final Runs runs;
    private final ModelRegistry models;
    private final RunThresholds thresholds;

    SetThresholds(ScorableHistories histories, Runs runs, ModelRegistry models, RunThresholds thresholds) {
        this.histories = histories;
        this.runs = runs;
        this.models = models;
        this.thresholds = thresholds;
    }

    @Override
    public void execute(RunParameters run) {
        String version = runs.get(run.runId()).getFrozen().getModelVersion();
        ScoringPopulation population =
                new ScoringPopulation(run.businessDate(), models.get(version).toScoringModel());
        histories.forEachPurchaser(
                run.businessDate(),
                purchaser -> population.addCustomer(purchaser.history(), purchaser.referredBuyers()));
        thresholds.save(run.runId(), population.toThresholds().toMap());
    }
}
