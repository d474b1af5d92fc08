package io.allegiance.job.nightly;

import io.allegiance.calendar.OpenDays;
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
import java.time.LocalDate;
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
    public void execute(RunParameters run) {
        Run opened = runs.get(run.runId());
        ScoringModel model = models.get(opened.getFrozen().getModelVersion()).toScoringModel(ProposalMethod.LIFT);
        OpenDays openDays = closures.getOpenDays(run.runId());
        ScoringPopulation population = new ScoringPopulation(run.businessDate(), openDays, model);
        histories.forEachPurchaser(
                run.businessDate(),
                purchaser -> population.addCustomer(purchaser.history(), purchaser.referredBuyers()));
        NightThresholds frozen = population.toThresholds();
        ChurnBandLimits limits = configurations.getFrozen(opened).toChurnBandLimits();
        ChurnBands bands = limits.areFixed()
                ? limits.toFixedBands()
                : limits.toBands(countByChurn(run.businessDate(), openDays, model, frozen.churnLevel()));
        thresholds.save(run.runId(), frozen.with(bands).toMap());
    }

    private ChurnCounts countByChurn(LocalDate date, OpenDays openDays, ScoringModel model, double level) {
        ChurnCounts counts = new ChurnCounts();
        PopulationAsOf population = model.at(date, openDays);
        histories.forEachPurchaser(
                date, purchaser -> counts.addCustomer(purchaser.history(), population, model.churn(), level));
        return counts;
    }
}
