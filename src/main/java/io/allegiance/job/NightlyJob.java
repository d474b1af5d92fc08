package io.allegiance.job;

import io.allegiance.job.nightly.AuditScores;
import io.allegiance.job.nightly.OpenDay;
import io.allegiance.job.nightly.PublishScores;
import io.allegiance.job.nightly.ScoreCustomers;
import io.allegiance.job.nightly.SetThresholds;
import io.allegiance.job.nightly.TakeInTransactions;
import io.allegiance.job.nightly.UpdateHistories;
import io.allegiance.job.nightly.WriteReport;
import io.allegiance.job.partition.PartitionedSteps;
import io.allegiance.job.step.SingleSteps;
import io.allegiance.settings.nightly.NightlySettings;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The nightly job: its steps in order, each a short class in {@code job.nightly}. */
@Configuration(proxyBeanMethods = false)
public class NightlyJob {

    /** The job's name. */
    public static final String NAME = "nightly";

    /** The step that is the gate. */
    static final String AUDIT_SCORES = "auditScores";

    @Bean
    Job nightly(
            JobRepository jobs,
            SingleSteps steps,
            OpenDay openDay,
            Step takeInTransactionsStep,
            Step updateHistoriesStep,
            SetThresholds setThresholds,
            Step scoreCustomersStep,
            AuditScores auditScores,
            PublishScores publishScores,
            WriteReport writeReport) {
        return new JobBuilder(NAME, jobs)
                .start(steps.build("openDay", openDay))
                .next(takeInTransactionsStep)
                .next(updateHistoriesStep)
                .next(steps.build("setThresholds", setThresholds))
                .next(scoreCustomersStep)
                .next(steps.build(AUDIT_SCORES, auditScores))
                .next(steps.build("publishScores", publishScores))
                .next(steps.build("writeReport", writeReport))
                .build();
    }

    @Bean
    Step takeInTransactionsStep(PartitionedSteps steps, TakeInTransactions work, NightlySettings settings) {
        return steps.build(TakeInTransactions.NAME, settings.chunk().days(), work::cut, work::open);
    }

    @Bean
    Step updateHistoriesStep(PartitionedSteps steps, UpdateHistories work, NightlySettings settings) {
        return steps.build("updateHistories", settings.chunk().histories(), work::cut, work::countDue, work::open);
    }

    @Bean
    Step scoreCustomersStep(PartitionedSteps steps, ScoreCustomers work, NightlySettings settings) {
        return steps.build(ScoreCustomers.NAME, settings.chunk().scores(), work::cut, work::countAll, work::open);
    }
}
