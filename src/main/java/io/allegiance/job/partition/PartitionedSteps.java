package io.allegiance.job.partition;

import io.allegiance.customer.CustomerRange;
import io.allegiance.job.step.RunParameters;
import io.allegiance.job.step.StepLog;
import io.allegiance.run.RunPartitions;
import io.allegiance.settings.MachineSettings;
import java.util.List;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/** Builds steps that are cut into ranges of customers, each worked on in chunks by a thread of this process or of a worker. */
@Component
public final class PartitionedSteps {

    private final JobRepository jobs;
    private final PlatformTransactionManager transactions;
    private final RunPartitions partitions;
    private final StepLog log;
    private final StepProgress progress;
    private final PartitionWorkers workers;
    private final ManagedPartitions managed;
    private final int ranges;

    PartitionedSteps(
            JobRepository jobs,
            PlatformTransactionManager transactions,
            RunPartitions partitions,
            StepLog log,
            StepProgress progress,
            PartitionWorkers workers,
            ManagedPartitions managed,
            MachineSettings settings) {
        this.jobs = jobs;
        this.transactions = transactions;
        this.partitions = partitions;
        this.log = log;
        this.progress = progress;
        this.workers = workers;
        this.managed = managed;
        this.ranges = settings.rangesOrPartitions();
    }

    /** Splits a step of a run into about the requested number of ranges. */
    @FunctionalInterface
    public interface Cut {

        /** Cuts the customers of a run. */
        List<CustomerRange> cut(RunParameters run, int ranges);
    }

    /** Counts the items that a step has to do, once it is cut; asked only where somebody watches. */
    @FunctionalInterface
    public interface Total {

        /** Counts them; 0 where nobody knows. */
        long count();
    }

    /** Builds a step that does not know how much it has to do. */
    public <T> Step build(String name, int chunkSize, Cut cut, PartitionWorkFactory<T> factory) {
        return build(name, chunkSize, cut, () -> 0, factory);
    }

    /**
     * Builds a step.
     *
     * @param name the name that the database, the report and the log show
     * @param chunkSize items in each transaction
     * @param cut cuts the step when it first starts; a restart keeps the ranges
     * @param total how many items it has to do
     * @param factory opens the work of each range
     */
    public <T> Step build(String name, int chunkSize, Cut cut, Total total, PartitionWorkFactory<T> factory) {
        workers.add(name, new PartitionWorker<>(name, chunkSize, factory, this));
        return new PartitionedStep(name, cut, total);
    }

    JobRepository jobs() {
        return jobs;
    }

    PlatformTransactionManager transactions() {
        return transactions;
    }

    RunPartitions partitions() {
        return partitions;
    }

    StepProgress progress() {
        return progress;
    }

    /** The manager step: built for each execution, because the ranges depend on the run. */
    private final class PartitionedStep implements Step {

        private final String name;
        private final Cut cut;
        private final Total total;

        PartitionedStep(String name, Cut cut, Total total) {
            this.name = name;
            this.cut = cut;
            this.total = total;
        }

        @Override
        public String getName() {
            return name;
        }

        @Override
        public void execute(StepExecution stepExecution) throws JobInterruptedException {
            RunParameters run = RunParameters.of(stepExecution.getJobParameters());
            Partitioner partitioner = new RangePartitioner(size -> {
                List<CustomerRange> all = partitions.getOrCut(run.runId(), name, () -> cut.cut(run, size));
                progress.begin(name, total);
                return all;
            });
            ManagedPartitionHandler handler = new ManagedPartitionHandler(managed);
            handler.setGridSize(ranges);
            new StepBuilder(name, jobs)
                    .listener(log)
                    .partitioner(name, partitioner)
                    .partitionHandler(handler)
                    .build()
                    .execute(stepExecution);
        }
    }
}
