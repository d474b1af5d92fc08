package io.allegiance.intake.load;

import io.allegiance.intake.csv.CsvLine;
import io.allegiance.intake.csv.Header;
import io.allegiance.intake.csv.ImportKind;
import io.allegiance.intake.csv.LineFields;
import io.allegiance.intake.feed.ContentHash;
import io.allegiance.intake.feed.Feed;
import io.allegiance.intake.feed.ImportChunk;
import io.allegiance.intake.feed.NaturalKey;
import io.allegiance.intake.feed.RejectedLine;
import io.allegiance.intake.line.RejectedLineException;
import io.allegiance.intake.line.Rejection;
import io.allegiance.intake.quarantine.QuarantineEntry;
import io.allegiance.intake.quarantine.QuarantinedLines;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tries the waiting lines of one import again, through the feed that read them. Each chunk's lines and what became of
 * them as waiting lines go into one transaction, so a kill leaves none that landed and waits, or did neither.
 *
 * @param <L> a line in its normal form
 */
final class ReplayedImport<L> {

    /**
     * The tables that it writes.
     *
     * @param landed hears, in the transaction, of lines of a kind that landed
     */
    record Target(TransactionTemplate transactions, QuarantinedLines waiting, ObjLongConsumer<ImportKind> landed) {}

    private final Feed<L> feed;
    private final Target target;
    private final ReplayTally tally;
    private final long importId;
    private final @Nullable Header header;
    private ImportChunk<L> chunk = new ImportChunk<>();
    private ReplayOccurrences equals;

    ReplayedImport(Feed<L> feed, QuarantineEntry first, Target target, ReplayTally tally) {
        this.feed = feed;
        this.target = target;
        this.tally = tally;
        this.importId = first.importId();
        this.header = first.header() == null
                ? null
                : Header.of(CsvLine.parse(1, first.header()), feed.kind(), "import " + first.importId());
        this.equals = new ReplayOccurrences(target.waiting(), importId);
    }

    boolean isOf(QuarantineEntry line) {
        return line.importId() == importId;
    }

    void addLine(QuarantineEntry line) {
        if (header == null || !line.whole()) {
            tally.addUntried(line.rejection());
            return;
        }
        CsvLine source = CsvLine.parse(line.number(), line.part(), line.text());
        try {
            chunk.addLine(source, feed.read(new LineFields(header, source), source.place(), equals));
        } catch (RejectedLineException e) {
            keep(header, source, line.rejection(), e.rejection());
        }
        if (chunk.isFull()) {
            land();
        }
    }

    /** A line rejected for the same reason as before needs no update. */
    private void keep(Header columns, CsvLine source, Rejection before, Rejection now) {
        if (now.saysTheSameAs(before)) {
            tally.addWaiting(before);
        } else {
            chunk.reject(new RejectedLine(source, now, NaturalKey.UNKNOWN, ContentHash.ofText(columns, source)));
        }
    }

    /** Lands what was added since the last time. */
    void land() {
        if (!chunk.isEmpty()) {
            target.transactions().executeWithoutResult(status -> landInTransaction(Objects.requireNonNull(header)));
        }
        chunk = new ImportChunk<>();
        equals = new ReplayOccurrences(target.waiting(), importId);
    }

    private void landInTransaction(Header columns) {
        Feed.Landed outcome = feed.land(chunk.lines(), new Feed.Landing(importId, false));
        List<RejectedLine> refused = chunk.rejectedLines(outcome.conflicts(), feed, columns);
        target.waiting().closeReplayed(importId, keysWithoutConflict(outcome.conflicts()));
        target.waiting().keepWaiting(importId, refused);
        if (outcome.landed() > 0) {
            target.landed().accept(feed.kind(), outcome.landed());
        }
        tally.addChunk(chunk.size(), outcome, refused);
    }

    /** Returns the lines that are in the table now, with their keys. */
    private Map<CsvLine, NaturalKey> keysWithoutConflict(BitSet conflicts) {
        Map<CsvLine, NaturalKey> ids = new IdentityHashMap<>();
        for (int i = conflicts.nextClearBit(0); i < chunk.size(); i = conflicts.nextClearBit(i + 1)) {
            ids.put(chunk.sources().get(i), feed.ids(chunk.lines().get(i)));
        }
        return ids;
    }
}
