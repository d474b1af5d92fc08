package io.allegiance.intake.load;

import io.allegiance.failure.RetryableException;
import io.allegiance.intake.csv.CsvLine;
import io.allegiance.intake.csv.Header;
import io.allegiance.intake.csv.LineFields;
import io.allegiance.intake.feed.DuplicateNumbering;
import io.allegiance.intake.feed.Feed;
import io.allegiance.intake.feed.ImportChunk;
import io.allegiance.intake.feed.RejectedLine;
import io.allegiance.intake.format.FormatUse;
import io.allegiance.intake.format.FormattedFile;
import io.allegiance.intake.line.RejectedLineException;
import io.allegiance.intake.quarantine.EarlierFiles;
import io.allegiance.intake.quarantine.EarlierRejections;
import io.allegiance.intake.quarantine.MendedLines;
import io.allegiance.intake.quarantine.QuarantinedLines;
import io.allegiance.intake.quarantine.ReimportDetector;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lands the lines of a file in chunks. Each chunk's lines, rejections and counts go into one transaction, so whatever
 * is there after a kill is right in itself.
 *
 * @param <L> a line in its normal form
 */
final class LoadPass<L> {

    /**
     * Where it writes, and the day it takes for today.
     *
     * @param fixesSettings is run in each transaction that lands lines
     */
    record Target(
            TransactionTemplate transactions,
            ImportLog log,
            QuarantinedLines waiting,
            Feed.Landing landing,
            Header header,
            LocalDate today,
            Runnable fixesSettings) {}

    private final Feed<L> feed;
    private final DuplicateNumbering equals;
    private final Target target;
    private final EarlierRejections<L> earlier;
    private final ReimportDetector<L> again;
    private final MendedLines<L> mended;
    private final DoubtfulLines<L> doubtful;
    private final ImportTally tally = new ImportTally();
    private ImportChunk<L> chunk = new ImportChunk<>();
    private List<String> ignoredColumns = List.of();
    private FormatUse use = FormatUse.OWN;

    LoadPass(Feed<L> feed, DuplicateNumbering equals, Target target) {
        this.feed = feed;
        this.equals = equals;
        this.target = target;
        this.earlier = new EarlierRejections<>(target.waiting(), feed, target.header(), target.landing());
        Map<Long, Set<Long>> refusedPlaces = earlier.listRefusedPlaces();
        this.again = new ReimportDetector<>(feed, refusedPlaces);
        this.mended = new MendedLines<>(target.waiting().earlierFiles(), feed, target.header(), refusedPlaces);
        this.doubtful = new DoubtfulLines<>(feed, target.landing(), target.header());
    }

    /** Lands the lines, and says how many there are. */
    long run(ImportRequest request, ZoneId zone, ImportProgress progress, Clock clock) {
        ProgressTicker pace = new ProgressTicker(progress, ImportProgress.Phase.LANDING, clock);
        Source source = new Source(request, zone);
        read(source, this::addLine, pace);
        land();
        while (doubtful.isAny()) {
            settle(source, pace.lines(), clock);
        }
        pace.end();
        return pace.lines();
    }

    /** A file, and the zone of its times without an offset. */
    private record Source(ImportRequest request, ZoneId zone) {}

    /** Lands or refuses lines that were kept back. */
    private void settle(Source source, long lines, Clock clock) {
        doubtful.beginLooking();
        read(source, this::look, new ProgressTicker(ImportProgress.NONE, ImportProgress.Phase.LANDING, clock));
        doubtful.beginSettling();
        ProgressTicker pace = new ProgressTicker(ImportProgress.NONE, ImportProgress.Phase.LANDING, clock);
        read(source, this::addLine, pace);
        land();
        if (pace.lines() != lines) {
            throw changed(source.request().file());
        }
    }

    /** Of a file that is another one in a later reading. */
    static RetryableException changed(Path file) {
        return new RetryableException(
                "The file " + file + " changed while it was read; run the command again, which lands nothing twice.");
    }

    private void read(Source source, BiConsumer<FormattedFile, CsvLine> lines, ProgressTicker pace) {
        equals.rewind();
        ImportRequest request = source.request();
        try (FormattedFile file = FormattedFile.open(request.input(), feed.kind(), request.format(), source.zone())) {
            ignoredColumns = file.header().ignored();
            Optional<CsvLine> line = file.next();
            while (line.isPresent()) {
                lines.accept(file, line.get());
                pace.line(file);
                line = file.next();
            }
            use = file.use();
        }
    }

    private void look(FormattedFile file, CsvLine source) {
        try {
            doubtful.look(feed.read(new LineFields(file.header(), source), source.place(), equals));
        } catch (RejectedLineException e) {
            // The first reading refused it
            return;
        }
    }

    private void addLine(FormattedFile file, CsvLine source) {
        Header header = file.header();
        try {
            L line = feed.read(new LineFields(header, source), source.place(), equals);
            chunk.addLine(source, line);
            feed.findDay(line).ifPresent(day -> chunk.countFuture(day, target.today()));
        } catch (RejectedLineException e) {
            chunk.reject(RejectedLine.unread(feed, header, source, file.explain(e.rejection())));
        }
        if (chunk.isFull()) {
            land();
        }
    }

    private void land() {
        ImportChunk<L> ready = doubtful.sort(chunk);
        if (!ready.isEmpty()) {
            target.transactions().executeWithoutResult(status -> landInTransaction(ready));
        }
        chunk = new ImportChunk<>();
    }

    private void landInTransaction(ImportChunk<L> ready) {
        Feed.Landed outcome = feed.land(ready.lines(), target.landing());
        if (outcome.landed() > 0) {
            target.fixesSettings().run();
        }
        List<RejectedLine> refused = ready.rejectedLines(outcome.conflicts(), feed, target.header());
        long closed = earlier.close(ready, outcome.conflicts(), refused);
        target.waiting().quarantine(target.landing().importId(), refused);
        tally.addChunk(feed, target.header(), ready, outcome, refused);
        tally.addClosed(closed);
        tally.addDays(Stream.concat(
                ready.lines().stream().map(feed::findDay).flatMap(Optional::stream),
                refused.stream().map(RejectedLine::day).filter(Objects::nonNull)));
        again.addChunk(ready, outcome.conflicts());
        mended.addChunk(ready, outcome.conflicts());
        target.log().update(report(), tally.firstDay(), tally.lastDay());
    }

    /** Ends an import whose file was read whole. */
    ImportReport finish(LocalDateTime now) {
        if (!earlier.isEmpty()) {
            tally.addClosed(target.waiting()
                    .earlierFiles()
                    .closeByFile(
                            target.landing(),
                            target.header(),
                            new EarlierFiles.Corrections(again, mended),
                            target.transactions()));
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
