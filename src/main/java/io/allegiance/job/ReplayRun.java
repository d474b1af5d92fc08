package io.allegiance.job;

import io.allegiance.failure.StoppedException;
import io.allegiance.intake.line.RejectionReason;
import io.allegiance.intake.load.LineReplay;
import io.allegiance.intake.load.ReplayReport;
import io.allegiance.intake.quarantine.Quarantine;
import io.allegiance.intake.quarantine.Quarantine.WaitingDays;
import io.allegiance.job.step.StopRequest;
import io.allegiance.run.DayMarks;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The replay of quarantined lines, under the lease: those of files are tried again; days of the view
 * {@code source_transaction} with rejected lines are marked, so that the next night reads them again.
 */
@Component
public final class ReplayRun {

    private static final Logger LOG = LoggerFactory.getLogger(ReplayRun.class);
    private static final long LINES_BETWEEN_LOGS = 20_000;

    private final ExclusiveWork exclusive;
    private final LineReplay lines;
    private final DayMarks marks;
    private final TransactionOperations transaction;
    private final Quarantine quarantine;
    private final StopRequest stop;

    ReplayRun(
            ExclusiveWork exclusive,
            LineReplay lines,
            DayMarks marks,
            TransactionOperations transaction,
            Quarantine quarantine,
            StopRequest stop) {
        this.exclusive = exclusive;
        this.lines = lines;
        this.marks = marks;
        this.transaction = transaction;
        this.quarantine = quarantine;
        this.stop = stop;
    }

    /**
     * What a replay did.
     *
     * @param files what became of the lines of files
     * @param source the days of {@code source_transaction} that the next night reads again
     */
    public record Outcome(ReplayReport files, WaitingDays source) {

        /** Returns whether no line waits any more. */
        public boolean isDone() {
            return files.stillWaiting() == 0 && source.lines() == 0;
        }
    }

    /**
     * Replays lines.
     *
     * @param reason the reason that they were rejected for; null for any
     * @throws StoppedException when the process was asked to stop; what landed so far is committed
     */
    public Outcome run(@Nullable RejectionReason reason) {
        return exclusive.run(() -> {
            ReplayReport files = lines.run(reason, this::logOrStop);
            transaction.executeWithoutResult(status -> marks.markRejected(reason));
            return new Outcome(files, quarantine.countDays(reason));
        });
    }

    private void logOrStop(long tried) {
        if (stop.isRequested()) {
            throw new StoppedException("stopped on request; lines that landed so far wait no more. The same command"
                    + " tries the others");
        }
        if (tried > 0 && tried % LINES_BETWEEN_LOGS == 0) {
            LOG.info("replay: {} lines", tried);
        }
    }
}
