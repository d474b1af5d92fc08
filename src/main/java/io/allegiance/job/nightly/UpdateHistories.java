package io.allegiance.job.nightly;

import io.allegiance.customer.CustomerRange;
import io.allegiance.history.CustomerHistory;
import io.allegiance.history.FoldRules;
import io.allegiance.history.store.DueHistories;
import io.allegiance.history.store.Histories;
import io.allegiance.history.store.HistoryMove;
import io.allegiance.job.partition.PartitionOfRun;
import io.allegiance.job.partition.PartitionWork;
import io.allegiance.job.step.RunParameters;
import io.allegiance.run.Closures;
import io.allegiance.run.Runs;
import io.allegiance.settings.nightly.ConfigurationSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Step of a night: refolds the histories of exactly the customers with a change: a day that changed or came in, or, for
 * their windows alone, entered or left one. Those left to do are in the table of due histories, which is also the
 * position.
 */
@Component
public final class UpdateHistories {

    private final Histories histories;
    private final Runs runs;
    private final ConfigurationSource configurations;
    private final Closures closures;
    private final HistoryMove move;

    UpdateHistories(
            Histories histories, Runs runs, ConfigurationSource configurations, Closures closures, HistoryMove move) {
        this.histories = histories;
        this.runs = runs;
        this.configurations = configurations;
        this.closures = closures;
        this.move = move;
    }

    /** Moves the histories' date, which determines who is due, and partitions the due customers. */
    public List<CustomerRange> cut(RunParameters run, int ranges) {
        move.to(run.businessDate(), rules(run.runId()));
        return histories.listDueRanges(ranges);
    }

    /** Counts the customers who are due. */
    public long countDue() {
        return histories.countDue();
    }

    /** Opens a partition. */
    public PartitionWork<CustomerHistory> open(PartitionOfRun partition, Map<String, String> position) {
        return new Work(histories.streamDue(partition.range(), partition.businessDate(), rules(partition.runId())));
    }

    private FoldRules rules(long runId) {
        return configurations.getFrozen(runs.get(runId)).toFoldRules(closures.getOpenDays(runId));
    }

    private final class Work implements PartitionWork<CustomerHistory> {

        private final DueHistories stream;

        Work(DueHistories stream) {
            this.stream = stream;
        }

        @Override
        public @Nullable CustomerHistory read() {
            return stream.read();
        }

        @Override
        public void write(List<? extends CustomerHistory> chunk) {
            histories.write(chunk);
        }

        @Override
        public Map<String, String> save() {
            return Map.of();
        }

        @Override
        public void close() {
            stream.close();
        }
    }
}
