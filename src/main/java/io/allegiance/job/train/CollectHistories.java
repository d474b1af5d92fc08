package io.allegiance.job.train;

import io.allegiance.job.RunParameters;
import io.allegiance.job.SingleStep;
import io.allegiance.job.nightly.IntakeBalance;
import io.allegiance.run.Runs;
import io.allegiance.training.CategoryLog;
import io.allegiance.training.TrainingSet;
import io.allegiance.training.TrainingSets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Step of training: checks what was taken in, and collects every customer's history as of the date. */
@Component
public final class CollectHistories implements SingleStep {

    private static final Logger LOG = LoggerFactory.getLogger(CollectHistories.class);

    private final Runs runs;
    private final IntakeBalance balance;
    private final TrainingSets sets;
    private final TrainingRun training;

    CollectHistories(Runs runs, IntakeBalance balance, TrainingSets sets, TrainingRun training) {
        this.runs = runs;
        this.balance = balance;
        this.sets = sets;
        this.training = training;
    }

    @Override
    public void execute(RunParameters run) {
        balance.settle(runs.get(run.runId()));
        TrainingSet set = sets.collect(
                run.businessDate(), customers -> LOG.info("collectHistories: {} customers so far", customers));
        LOG.info(
                "collectHistories: {} customers with a purchase",
                set.purchases().customers());
        CategoryLog categories = sets.collectCategories(
                run.businessDate(),
                customers -> LOG.info("collectHistories: categories of {} customers so far", customers));
        LOG.info(
                "collectHistories: {} categories",
                categories == null ? 0 : categories.names().size());
        training.setTrainingSet(set.withCategories(categories));
    }
}
