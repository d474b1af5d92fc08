package io.allegiance.job.nightly;

import io.allegiance.customer.CustomerRange;
import io.allegiance.history.DayIntake;
import io.allegiance.history.DayLimits;
import io.allegiance.history.store.ChangedDaysReader;
import io.allegiance.history.store.DayChange;
import io.allegiance.history.store.DayWriter;
import io.allegiance.intake.line.DayTotals;
import io.allegiance.intake.line.EarliestDate;
import io.allegiance.intake.line.IntakeRules;
import io.allegiance.intake.line.IntakeSettings;
import io.allegiance.intake.source.FxRateTable;
import io.allegiance.intake.source.SourceLineStream;
import io.allegiance.intake.source.SourceTransactions;
import io.allegiance.job.partition.PartitionOfRun;
import io.allegiance.job.partition.PartitionWork;
import io.allegiance.job.step.RunParameters;
import io.allegiance.platform.read.RowStream;
import io.allegiance.platform.read.StreamingConnections;
import io.allegiance.run.DayPlan;
import io.allegiance.run.RunDays;
import io.allegiance.run.RunPrograms;
import io.allegiance.settings.Settings;
import io.allegiance.settings.nightly.NightlySettings;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Step of a night and of training: brings the customers' days up to the date. Each partition reads its customers' lines
 * of the planned days, day by day, and writes the customer days that differ from those stored.
 */
@Component
public final class TakeInTransactions {

    /** The step's name. */
    public static final String NAME = "takeInTransactions";

    private static final Logger LOG = LoggerFactory.getLogger(TakeInTransactions.class);
    private static final String DAY = "day";

    private final SourceTransactions source;
    private final StreamingConnections connections;
    private final DayWriter writer;
    private final RunDays days;
    private final FxRateTable rates;
    private final IntakeSettings settings;
    private final RunPrograms programs;
    private final DayPlan plan;
    private final TransactionOperations transaction;
    private final Settings fixed;
    private final int lateDays;

    TakeInTransactions(
            SourceTransactions source,
            StreamingConnections connections,
            DayWriter writer,
            RunDays days,
            FxRateTable rates,
            IntakeSettings settings,
            RunPrograms programs,
            DayPlan plan,
            TransactionOperations transaction,
            Settings fixed,
            NightlySettings nightly) {
        this.source = source;
        this.connections = connections;
        this.writer = writer;
        this.days = days;
        this.rates = rates;
        this.settings = settings;
        this.programs = programs;
        this.plan = plan;
        this.transaction = transaction;
        this.fixed = fixed;
        this.lateDays = nightly.lateDays();
    }

    /** Partitions the customers by the lines of the largest day. A run without an openDay step plans its days here. */
    public List<CustomerRange> cut(RunParameters run, int ranges) {
        transaction.executeWithoutResult(status -> {
            plan.planOnce(run.runId(), run.businessDate(), lateDays);
            fixed.fix();
        });
        DayTotals largest = days.list(run.runId()).stream()
                .max(Comparator.comparingLong(DayTotals::lineCount))
                .orElseThrow();
        return source.listRanges(largest, ranges);
    }

    /** Opens a partition, from the first day that it has not done with. */
    public PartitionWork<DayChange> open(PartitionOfRun partition, Map<String, String> position) {
        String from = position.get(DAY);
        List<LocalDate> left = days.list(partition.runId()).stream()
                .map(DayTotals::businessDate)
                .filter(day -> from == null || !day.isBefore(LocalDate.parse(from)))
                .toList();
        ChangedDaysReader.Sources sources = new ChangedDaysReader.Sources(
                source,
                new SourceLineStream(connections, source.getShape(), partition.range()),
                new RowStream(connections),
                rules(partition.runId()),
                rates.load());
        return new Work(partition, new ChangedDaysReader(sources, partition.range(), left));
    }

    /** The rules of the process that runs the run: a worker may have other settings. */
    private IntakeRules rules(long runId) {
        return new IntakeRules(programs.find(runId)
                .map(of -> new IntakeSettings(
                        settings.zone(),
                        of.reportingCurrency(),
                        settings.lateDays(),
                        new EarliestDate(of.earliestDate())))
                .orElse(settings));
    }

    private final class Work implements PartitionWork<DayChange> {

        private final PartitionOfRun partition;
        private final ChangedDaysReader reader;

        Work(PartitionOfRun partition, ChangedDaysReader reader) {
            this.partition = partition;
            this.reader = reader;
        }

        @Override
        public @Nullable DayChange read() {
            return reader.read();
        }

        @Override
        public void write(List<? extends DayChange> changes) {
            writer.write(changes);
        }

        /** A restart reads the day under way from its first line: what is written already then differs no more. */
        @Override
        public Map<String, String> save() {
            for (DayIntake counts : reader.takeCounts()) {
                days.saveCount(partition.runId(), partition.range().number(), counts.count());
                days.saveRejections(partition.runId(), counts.rejections());
                tell(counts);
            }
            return Map.of(DAY, reader.findDay().orElse(LocalDate.MAX).toString());
        }

        private void tell(DayIntake intake) {
            DayIntake.Unnamed unnamed = intake.unnamed();
            if (unnamed.customerDays() > 0) {
                LOG.warn(
                        "{}: customers with more than {} products on that day: {}; their lines that count without product and"
                                + " category: {}. Such a customer is most often a placeholder for sales without a customer",
                        intake.count().businessDate(),
                        DayLimits.MOST_PRODUCTS,
                        unnamed.customerDays(),
                        unnamed.lines());
            }
        }

        @Override
        public void close() {
            reader.close();
        }
    }
}
