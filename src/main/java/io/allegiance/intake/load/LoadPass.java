package io.allegiance.intake.load;

import io.allegiance.intake.csv.CsvLine;
import io.allegiance.intake.csv.Header;
import io.allegiance.intake.csv.LineFields;
import io.allegiance.intake.feed.ContentHash;
import io.allegiance.intake.feed.DuplicateNumbering;
import io.allegiance.intake.feed.Feed;
import io.allegiance.intake.feed.ImportChunk;
import io.allegiance.intake.feed.NaturalKey;
import io.allegiance.intake.feed.RejectedLine;
import io.allegiance.intake.format.FormatUse;
import io.allegiance.intake.format.FormattedFile;
import io.allegiance.intake.line.RejectedLineException;
import io.allegiance.intake.quarantine.EarlierRejections;
import io.allegiance.intake.quarantine.QuarantinedLines;
import io.allegiance.intake.quarantine.ReimportDetector;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lands the lines of a file in chunks. Each chunk's lines, rejections and counts go into one transaction, so whatever
 * is there after a kill is right in itself.
 *
 * @param <L> a line in its normal form
 */
final class LoadPass<L> {

    /** Where it writes, and the day it takes for today. */
    record Target(
            TransactionTemplate transactions,
            ImportLog log,
            QuarantinedLines waiting,
            Feed.Landing landing,
            Header header,
            LocalDate today) {}

    private final Feed<L> feed;
    private final DuplicateNumbering equals;
    private final Target target;
    private final EarlierRejections<L> earlier;
    private final ReimportDetector<L> again;
    private final ImportTally tally = new ImportTally();
    private ImportChunk<L> chunk = new ImportChunk<>();
    private List<String> ignoredColumns = List.of();
    private FormatUse use = FormatUse.OWN;

    LoadPass(Feed<L> feed, DuplicateNumbering equals, Target target) {
        this.feed = feed;
        this.equals = equals;
        this.target = target;
        this.earlier = new EarlierRejections<>(target.waiting(), feed, target.header(), target.landing());
        this.again = new ReimportDetector<>(feed, earlier.listRefusedPlaces());
    }

    /** Lands the lines, and says how many there are. */
    long run(ImportRequest request, ZoneId zone, ImportProgress progress, Clock clock) {
        ProgressTicker pace = new ProgressTicker(progress, ImportProgress.Phase.LANDING, clock);
        try (FormattedFile file = FormattedFile.open(request.input(), feed.kind(), request.format(), zone)) {
            ignoredColumns = file.header().ignored();
            Optional<CsvLine> line = file.next();
            while (line.isPresent()) {
                addLine(file, line.get());
                pace.line(file);
                line = file.next();
            }
            use = file.use();
        }
        land();
        pace.end();
        return pace.lines();
    }

    private void addLine(FormattedFile file, CsvLine source) {
        Header header = file.header();
        try {
            L line = feed.read(new LineFields(header, source), source.place(), equals);
            chunk.addLine(source, line);
            chunk.countFuture(feed.day(line), target.today());
        } catch (RejectedLineException e) {
            NaturalKey ids = NaturalKey.of(feed, header, source);
            chunk.reject(
                    new RejectedLine(source, file.explain(e.rejection()), ids, ContentHash.ofText(header, source)));
        }
        if (chunk.isFull()) {
            land();
        }
    }

    private void land() {
        if (!chunk.isEmpty()) {
            target.transactions().executeWithoutResult(status -> landInTransaction());
        }
        chunk = new ImportChunk<>();
    }

    private void landInTransaction() {
        Feed.Landed outcome = feed.land(chunk.lines(), target.landing());
        List<RejectedLine> refused = chunk.rejectedLines(outcome.conflicts(), feed, target.header());
        long closed = earlier.close(chunk, outcome.conflicts(), refused);
        target.waiting().quarantine(target.landing().importId(), refused);
        tally.addChunk(feed, target.header(), chunk, outcome, refused);
        tally.addClosed(closed);
        again.addChunk(chunk, outcome.conflicts());
        target.log().update(report());
    }

    /** Ends an import whose file was read whole. */
    ImportReport finish(LocalDateTime now) {
        if (!earlier.isEmpty()) {
            tally.addClosed(target.waiting().closeByFile(target.landing(), feed.kind(), again, target.transactions()));
        }
        target.transactions()
                .executeWithoutResult(
                        status -> target.log().finish(target.landing().importId(), again.findSum(), use, now));
        return report();
    }

    private ImportReport report() {
        return tally.report(target.landing().importId(), ignoredColumns, use);
    }
}
