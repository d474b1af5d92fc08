package io.allegiance.intake.load;

import io.allegiance.intake.csv.Header;
import io.allegiance.intake.csv.RefusedText;
import io.allegiance.intake.feed.Feed;
import io.allegiance.intake.feed.FileContent;
import io.allegiance.intake.feed.ImportChunk;
import io.allegiance.intake.feed.RejectedLine;
import io.allegiance.intake.format.FormatUse;
import io.allegiance.intake.line.RejectionReason;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The counts of an import while it runs; moved on once a chunk is committed. */
final class ImportTally {

    private final FileContent.Counter content = new FileContent.Counter();
    private final Map<RejectionReason, RefusedExample> examples = new EnumMap<>(RejectionReason.class);
    private final Map<RejectionReason, Long> rejectedByReason = new EnumMap<>(RejectionReason.class);
    private @Nullable LocalDate firstDay;
    private @Nullable LocalDate lastDay;
    private long landed;
    private long alreadyLanded;
    private long rejected;
    private long replaced;
    private long futureLines;
    private long closed;
    private long cancelled;
    private long withdrawn;

    /** Adds the days of lines, of which some may be refused. */
    void addDays(Stream<LocalDate> days) {
        days.distinct().forEach(day -> {
            firstDay = firstDay == null || day.isBefore(firstDay) ? day : firstDay;
            lastDay = lastDay == null || day.isAfter(lastDay) ? day : lastDay;
        });
    }

    /** The first day of the lines whose date can be read; null without any. */
    @Nullable
    LocalDate firstDay() {
        return firstDay;
    }

    @Nullable
    LocalDate lastDay() {
        return lastDay;
    }

    <L> void addChunk(
            Feed<L> feed, Header header, ImportChunk<L> chunk, Feed.Landed outcome, List<RejectedLine> refused) {
        long conflicts = outcome.conflicts().cardinality();
        landed += outcome.landed();
        alreadyLanded += chunk.size() - outcome.landed() - outcome.cancelled() - conflicts;
        cancelled += outcome.cancelled();
        withdrawn += outcome.withdrawn();
        replaced += outcome.replaced();
        futureLines += chunk.futureLines();
        rejected += refused.size();
        refused.forEach(line -> addRefused(header, line));
        BitSet conflicting = outcome.conflicts();
        for (int i = conflicting.nextClearBit(0); i < chunk.size(); i = conflicting.nextClearBit(i + 1)) {
            feed.describe(chunk.lines().get(i), content);
        }
    }

    /** Keeps as the example of a reason the line that comes first in the file. */
    private void addRefused(Header header, RejectedLine line) {
        RejectionReason reason = line.rejection().reason();
        rejectedByReason.merge(reason, 1L, Long::sum);
        RefusedExample known = examples.get(reason);
        long number = line.source().number();
        if (known == null || number < known.lineNumber()) {
            examples.put(reason, new RefusedExample(number, RefusedText.of(header, line.source(), line.rejection())));
        }
    }

    void addClosed(long lines) {
        closed += lines;
    }

    ImportReport report(long importId, List<String> ignoredColumns, FormatUse use) {
        return new ImportReport(
                importId,
                landed + alreadyLanded + cancelled + rejected,
                landed,
                alreadyLanded,
                cancelled,
                rejected,
                new TreeMap<>(rejectedByReason),
                replaced,
                withdrawn,
                futureLines,
                closed,
                ignoredColumns,
                use,
                content.content(),
                new TreeMap<>(examples));
    }
}
