package io.allegiance.intake.load;

import io.allegiance.decision.DecisionKind;
import io.allegiance.decision.DecisionLog;
import io.allegiance.decision.NewDecision;
import io.allegiance.failure.NothingToDoException;
import io.allegiance.failure.UsageException;
import io.allegiance.intake.csv.ImportKind;
import io.allegiance.intake.feed.Feed;
import io.allegiance.intake.feed.Feeds;
import io.allegiance.intake.line.IntakeSettings;
import io.allegiance.intake.quarantine.UndoneRejections;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes an import back: what it landed is removed, and what nights made of it is read again by the next one. The record
 * of the import says so before the first row goes. Chunks are a transaction each; killed anywhere, the same command
 * again does the rest. What is published stays as it is.
 */
@Component
public final class ImportUndo {

    private final TransactionTemplate transactions;
    private final IntakeSettings settings;
    private final Clock clock;
    private final Feeds feeds;
    private final UndoLog log;
    private final UndoneRejections rejections;
    private final DecisionLog decisions;

    /**
     * @param transactions over the same data source
     * @param clock tells when an import was taken back; it decides nothing
     */
    public ImportUndo(
            DataSource dataSource,
            TransactionTemplate transactions,
            IntakeSettings settings,
            Clock clock,
            DecisionLog decisions) {
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
        this.feeds = new Feeds(settings, dataSource);
        this.log = new UndoLog(dataSource);
        this.rejections = new UndoneRejections(dataSource);
        this.decisions = decisions;
    }

    /**
     * Says what the undo of an import would take back, and writes nothing.
     *
     * @throws UsageException when there is no such import, or it cannot be taken back
     * @throws NothingToDoException when it was taken back
     */
    public UndoReport preview(long importId) {
        UndoLog.Undoable file = require(importId);
        Feed.Standing standing = feeds.open(file.kind()).count(importId);
        return report(file, standing, new Work());
    }

    /**
     * Takes an import back.
     *
     * @param progress hears before each chunk how many rows are gone; what it throws ends the undo between two chunks
     * @throws UsageException when there is no such import, or it cannot be taken back
     * @throws NothingToDoException when it was taken back
     */
    public UndoReport run(UndoRequest request, LongConsumer progress) {
        long importId = request.importId();
        UndoLog.Undoable file = require(importId);
        Feed<?> feed = feeds.open(file.kind());
        transactions.executeWithoutResult(status -> begin(request, file));
        Work work = new Work();
        work.rows = file.undoneRows();
        repeat(() -> progress.accept(work.rows), () -> undoChunk(feed, importId, work));
        work.closed = repeat(() -> progress.accept(work.rows), () -> rejections.close(importId));
        work.reopened = repeat(() -> progress.accept(work.rows), () -> rejections.reopen(importId));
        work.days = feed.countMarkedDays();
        transactions.executeWithoutResult(status -> log.finish(importId, now()));
        return report(file, null, work);
    }

    private void begin(UndoRequest request, UndoLog.Undoable file) {
        log.start(request, now());
        decisions.append(new NewDecision(
                DecisionKind.UNDO, "import " + file.importId(), file.fileName(), request.by(), request.reason()));
    }

    private long undoChunk(Feed<?> feed, long importId, Work work) {
        long rows = feed.undo(importId);
        if (rows > 0) {
            work.rows += rows;
            log.setRows(importId, work.rows);
        }
        return rows;
    }

    /** Repeats a chunk, each in a transaction of its own, until it finds nothing left. */
    private long repeat(Runnable before, LongSupplier chunk) {
        long total = 0;
        long rows;
        do {
            before.run();
            rows = transactions.execute(status -> chunk.getAsLong());
            total += rows;
        } while (rows > 0);
        return total;
    }

    private UndoLog.Undoable require(long importId) {
        UndoLog.Undoable file = log.find(importId)
                .orElseThrow(() -> new UsageException(
                        "there is no import " + importId + "; 'allegiance import --list' lists those that there are"));
        if (file.ofReplay()) {
            throw new UsageException(
                    "import " + importId + " is the record of a replay, whose lines belong to the files"
                            + " that they came from; take those back ('allegiance import --list' lists them)");
        }
        if (file.undoneAt() != null) {
            throw new NothingToDoException("import " + importId + " (" + file.fileName() + ") was taken back on "
                    + file.undoneAt().toLocalDate() + " by " + file.undoneBy() + "; nothing was done");
        }
        if (file.kind() != ImportKind.TRANSACTION && file.replaced() == null) {
            throw new UsageException("import " + importId + " (" + file.fileName() + ") was made by an earlier version,"
                    + " which did not keep what rows of " + file.kind().option() + " files came from where; import the"
                    + " right values with --kind " + file.kind().option() + " --replace");
        }
        return file;
    }

    /** What an undo has done so far. */
    private static final class Work {
        private long rows;
        private int days;
        private long closed;
        private long reopened;
    }

    private UndoReport report(UndoLog.Undoable file, Feed.@Nullable Standing standing, Work work) {
        return new UndoReport(
                file.importId(),
                file.kind(),
                file.fileName(),
                standing,
                work.rows,
                work.days,
                work.closed,
                work.reopened,
                file.replaced(),
                log.listOverlapping(file.importId()));
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock.withZone(settings.zone()));
    }
}
