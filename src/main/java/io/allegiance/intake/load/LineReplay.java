package io.allegiance.intake.load;

import io.allegiance.intake.csv.ImportKind;
import io.allegiance.intake.feed.Feeds;
import io.allegiance.intake.line.IntakeSettings;
import io.allegiance.intake.line.RejectionReason;
import io.allegiance.intake.quarantine.QuarantineEntry;
import io.allegiance.intake.quarantine.QuarantineStream;
import io.allegiance.intake.quarantine.QuarantinedLines;
import io.allegiance.platform.read.StreamingConnections;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tries the lines of files that wait again, in the order in which they came, under the rules and against the lines of today.
 * A line that brings no key gets the one that it would have got in its file; where that cannot be known it keeps waiting.
 * Killed anywhere, the same command again does the rest.
 */
@Component
public final class LineReplay {

    private final StreamingConnections connections;
    private final IntakeSettings settings;
    private final Clock clock;
    private final Feeds feeds;
    private final ImportLog log;
    private final ReplayedImport.Target target;

    /**
     * @param transactions over the same data source
     * @param clock tells when lines landed; it decides nothing
     */
    public LineReplay(
            DataSource dataSource,
            StreamingConnections connections,
            TransactionTemplate transactions,
            IntakeSettings settings,
            Clock clock) {
        this.connections = connections;
        this.settings = settings;
        this.clock = clock;
        this.feeds = new Feeds(settings, dataSource);
        this.log = new ImportLog(dataSource);
        this.target = new ReplayedImport.Target(transactions, new QuarantinedLines(dataSource), this::record);
    }

    private void record(ImportKind kind, long landed) {
        log.recordReplay(kind, landed, LocalDateTime.now(clock.withZone(settings.zone())));
    }

    /**
     * Tries lines again.
     *
     * @param reason those that wait for this reason; null for all
     * @param progress hears before each line how many were looked at; what it throws ends the replay between two chunks
     */
    public ReplayReport run(@Nullable RejectionReason reason, LongConsumer progress) {
        ReplayTally tally = new ReplayTally();
        try (QuarantineStream lines = QuarantineStream.open(connections, reason)) {
            ReplayedImport<?> current = null;
            for (QuarantineEntry line = lines.read(); line != null; line = lines.read()) {
                progress.accept(tally.lines());
                if (current == null || !current.isOf(line)) {
                    finish(current);
                    current = new ReplayedImport<>(feeds.open(line.kind()), line, target, tally);
                }
                current.addLine(line);
            }
            finish(current);
        }
        return tally.report();
    }

    private static void finish(@Nullable ReplayedImport<?> done) {
        if (done != null) {
            done.land();
        }
    }
}
