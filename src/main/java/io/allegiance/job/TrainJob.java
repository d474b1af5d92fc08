package io.allegiance.job;

import io.allegiance.job.nightly.TakeInTransactions;
import io.allegiance.job.partition.PartitionedSteps;
import io.allegiance.job.step.SingleSteps;
import io.allegiance.job.train.BacktestModel;
import io.allegiance.job.train.CollectHistories;
import io.allegiance.job.train.CompareOutcomes;
import io.allegiance.job.train.FitModels;
import io.allegiance.job.train.RegisterModel;
import io.allegiance.settings.nightly.NightlySettings;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The training job: its steps in order. */
@Configuration(proxyBeanMethods = false)
public class TrainJob {

    /** The job's name. */
    public static final String NAME = "train";

    /** Collected data and fits are kept in memory, so a restart does both again, with the same result. */
    @Bean
    Job train(
            JobRepository jobs,
            SingleSteps steps,
            Step takeInForTrainingStep,
            CollectHistories collectHistories,
            FitModels fitModels,
            BacktestModel backtestModel,
            RegisterModel registerModel,
            CompareOutcomes compareOutcomes) {
        return new JobBuilder(NAME, jobs)
                .start(takeInForTrainingStep)
                .next(steps.buildRepeatable("collectHistories", collectHistories))
                .next(steps.buildRepeatable("fitModels", fitModels))
                .next(steps.buildRepeatable("backtest", backtestModel))
                .next(steps.build("registerModel", registerModel))
                .next(steps.build("compareOutcomes", compareOutcomes))
                .build();
    }

    @Bean
    Step takeInForTrainingStep(PartitionedSteps steps, TakeInTransactions work, NightlySettings settings) {
        return steps.build(TakeInTransactions.NAME, settings.chunk().days(), work::cut, work::open);
    }
}
