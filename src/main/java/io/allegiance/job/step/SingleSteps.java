package io.allegiance.job.step;

import io.allegiance.run.RunPartitions;
import java.util.Map;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.builder.TaskletStepBuilder;
import org.springframework.batch.core.step.tasklet.TaskletStep;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Builds steps that do their work in one transaction. Completion is recorded in the same transaction:
 * Spring Batch records it in a separate one, and a process killed between the two would otherwise repeat the work.
 */
@Component
public final class SingleSteps {

    /** A step in one piece is its own partition of this number. */
    public static final int WHOLE = 0;

    private static final Map<String, String> DONE = Map.of("done", "true");

    private final JobRepository jobs;
    private final PlatformTransactionManager transactions;
    private final RunPartitions partitions;
    private final StopRequest stop;
    private final StepLog log;

    SingleSteps(
            JobRepository jobs,
            PlatformTransactionManager transactions,
            RunPartitions partitions,
            StopRequest stop,
            StepLog log) {
        this.jobs = jobs;
        this.transactions = transactions;
        this.partitions = partitions;
        this.stop = stop;
        this.log = log;
    }

    /** Builds a step that a restart skips once it is done. */
    public Step build(String name, SingleStep work) {
        return stoppable(builder(name, run -> doOnce(name, work, run)));
    }

    private void doOnce(String name, SingleStep work, RunParameters run) {
        if (partitions.getProgress(run.runId(), name, WHOLE).isEmpty()) {
            work.execute(run);
            partitions.saveProgress(run.runId(), name, WHOLE, DONE);
        }
    }

    /** Builds a step that a restart always does again. */
    public Step buildRepeatable(String name, SingleStep work) {
        return stoppable(builder(name, work).allowStartIfComplete(true));
    }

    /** A run that is asked to stop does not begin the step, or ends it and goes no further. */
    private Step stoppable(TaskletStepBuilder builder) {
        TaskletStep step = builder.build();
        step.setInterruptionPolicy(stop);
        return step;
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
