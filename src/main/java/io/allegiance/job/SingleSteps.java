package io.allegiance.job;

import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.builder.TaskletStepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/** Builds steps that are one piece of work in one transaction. */
@Component
final class SingleSteps {

    private final JobRepository jobs;
    private final PlatformTransactionManager transactions;
    private final StepLog log;

    SingleSteps(JobRepository jobs, PlatformTransactionManager transactions, StepLog log) {
        this.jobs = jobs;
        this.transactions = transactions;
        this.log = log;
    }

    /** Builds a step that a restart skips once it is complete. */
    Step build(String name, SingleStep work) {
        return builder(name, work).build();
    }

    /** Builds a step that a restart always does again. */
    Step buildRepeatable(String name, SingleStep work) {
        return builder(name, work).allowStartIfComplete(true).build();
    }

    private TaskletStepBuilder builder(String name, SingleStep work) {
        return new StepBuilder(name, jobs)
                .tasklet(
                        (contribution, context) -> {
                            work.execute(RunParameters.of(
                                    contribution.getStepExecution().getJobParameters()));
                            return RepeatStatus.FINISHED;
                        },
                        transactions)
                .listener(log);
    }
}
