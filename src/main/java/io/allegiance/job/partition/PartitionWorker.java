package io.allegiance.job.partition;

import io.allegiance.customer.CustomerRange;
import io.allegiance.job.step.RunParameters;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.StepInterruptionPolicy;
import org.springframework.batch.core.step.builder.ChunkOrientedStepBuilder;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import org.springframework.batch.infrastructure.item.ItemWriter;

/** The work of a partitioned step: one chunk-oriented step for each partition, whichever process does it. */
final class PartitionWorker<T> {

    private final String stepName;
    private final int chunkSize;
    private final PartitionWorkFactory<T> factory;
    private final PartitionedSteps surroundings;

    PartitionWorker(String stepName, int chunkSize, PartitionWorkFactory<T> factory, PartitionedSteps surroundings) {
        this.stepName = stepName;
        this.chunkSize = chunkSize;
        this.factory = factory;
        this.surroundings = surroundings;
    }

    /** Works on a partition until it is done, fails or is to stop; the execution says which. */
    void execute(StepExecution stepExecution, StepInterruptionPolicy stop) throws JobInterruptedException {
        RunParameters run = RunParameters.of(stepExecution.getJobParameters());
        CustomerRange range =
                surroundings.partitions().getRange(run.runId(), stepName, RangePartitioner.numberOf(stepExecution));
        Worker worker = new Worker(new PartitionOfRun(run.runId(), run.businessDate(), range));
        new ChunkOrientedStepBuilder<T, T>(stepExecution.getStepName(), surroundings.jobs(), chunkSize)
                .transactionManager(surroundings.transactions())
                .reader(worker)
                .writer(worker)
                .interruptionPolicy(stop)
                .build()
                .execute(stepExecution);
    }

    /** Reader, writer and stream of one partition in one: they share the work's position. */
    private final class Worker implements ItemStreamReader<T>, ItemWriter<T> {

        private final PartitionOfRun partition;
        private @Nullable PartitionWork<T> work;

        Worker(PartitionOfRun partition) {
            this.partition = partition;
        }

        @Override
        public void open(ExecutionContext context) {
            if (work == null) {
                Map<String, String> position = surroundings
                        .partitions()
                        .getProgress(
                                partition.runId(), stepName, partition.range().number());
                work = factory.open(partition, position);
            }
        }

        @Override
        public @Nullable T read() {
            return opened().read();
        }

        @Override
        public void write(Chunk<? extends T> chunk) {
            opened().write(chunk.getItems());
            surroundings.progress().addItems(stepName, chunk.size());
        }

        @Override
        public void update(ExecutionContext context) {
            surroundings
                    .partitions()
                    .saveProgress(partition.runId(), stepName, partition.range().number(), opened().save());
        }

        @Override
        public void close() {
            if (work != null) {
                work.close();
                work = null;
            }
        }

        private PartitionWork<T> opened() {
            if (work == null) {
                throw new IllegalStateException("the partition's work is not open");
            }
            return work;
        }
    }
}
