package io.allegiance.job.nightly;

import io.allegiance.churn.PopulationAsOf;
import io.allegiance.crossselling.ProposalMethod;
import io.allegiance.job.step.RunParameters;
import io.allegiance.job.step.SingleStep;
import io.allegiance.publish.ScorableHistories;
import io.allegiance.run.Closures;
import io.allegiance.run.Run;
import io.allegiance.run.RunThresholds;
import io.allegiance.run.Runs;
import io.allegiance.scoring.ChurnBandLimits;
import io.allegiance.scoring.ChurnBands;
import io.allegiance.scoring.ChurnCounts;
import io.allegiance.scoring.NightThresholds;
import io.allegiance.scoring.ScoringModel;
import io.allegiance.scoring.ScoringPopulation;
import io.allegiance.settings.nightly.ConfigurationSource;
import io.allegiance.training.ModelRegistry;
import org.springframework.stereotype.Component;

/**
 * Step of a night: freezes what is computed from all customers with a purchase day together: the RFM thresholds, the level of
 * the churn probability, the norms of the loyalty dimensions, the day on which the history begins, and the edges between the
 * churn bands. Edges that are shares of the customers take a second pass: churn probabilities are known once their level is.
 */
@Component
public final class SetThresholds implements SingleStep {

    private final ScorableHistories histories;
    private final Runs runs;
    private final ModelRegistry models;
    private final RunThresholds thresholds;
    private final ConfigurationSource configurations;
    private final Closures closures;

    SetThresholds(
            ScorableHistories histories,
            Runs runs,
            ModelRegistry models,
            RunThresholds thresholds,
            ConfigurationSource configurations,
            Closures closures) {
        this.histories = histories;
        this.runs = runs;
        this.models = models;
        this.thresholds = thresholds;
        this.configurations = configurations;
        this.closures = closures;
    }

    @Override
    public void execute(RunParameters parameters) {
        Run run = runs.get(parameters.runId());
        NightThresholds frozen = gather(run).toThresholds();
        ChurnBandLimits limits = configurations.getFrozen(run).toChurnBandLimits();
        ChurnBands bands =
                limits.areFixed() ? limits.toFixedBands() : limits.toBands(countByChurn(run, frozen.churnLevel()));
        thresholds.save(run.runId(), frozen.with(bands).toMap());
    }

    /**
     * Gathers the customers with a purchase day of a run that updated their histories. What was gathered in several databases of the
     * same night, model and closures can be merged.
     */
    public ScoringPopulation gather(Run run) {
        ScoringPopulation population =
                new ScoringPopulation(run.businessDate(), closures.getOpenDays(run.runId()), model(run));
        histories.forEachPurchaser(
                run.businessDate(),
                purchaser -> population.addCustomer(purchaser.history(), purchaser.referredBuyers()));
        return population;
    }

    /** Counts the same customers by their churn probability at a level. These counts can be merged as well. */
    public ChurnCounts countByChurn(Run run, double level) {
        ChurnCounts counts = new ChurnCounts();
        ScoringModel model = model(run);
        PopulationAsOf population = model.at(run.businessDate(), closures.getOpenDays(run.runId()));
        histories.forEachPurchaser(
                run.businessDate(),
                purchaser -> counts.addCustomer(purchaser.history(), population, model.churn(), level));
        return counts;
    }

    private ScoringModel model(Run run) {
        return models.get(run.getFrozen().getModelVersion()).toScoringModel(ProposalMethod.LIFT);
    }
}
