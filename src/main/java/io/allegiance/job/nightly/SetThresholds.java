package io.allegiance.job.nightly;

import io.allegiance.job.RunParameters;
import io.allegiance.job.SingleStep;
import io.allegiance.publish.ScorableHistories;
import io.allegiance.rfm.RfmThresholds;
import io.allegiance.run.RunThresholds;
import io.allegiance.scoring.RfmPopulation;
import org.springframework.stereotype.Component;

/** Step of a night: freezes the RFM thresholds, from all customers with a purchase day. */
@Component
public final class SetThresholds implements SingleStep {

    private final ScorableHistories histories;
    private final RunThresholds thresholds;

    SetThresholds(ScorableHistories histories, RunThresholds thresholds) {
        this.histories = histories;
        this.thresholds = thresholds;
    }

    @Override
    public void execute(RunParameters run) {
        RfmPopulation population = histories.getPopulation(run.businessDate());
        RfmThresholds set = population.toThresholds();
        thresholds.save(run.runId(), set.toMap());
    }
}
