package io.allegiance.intake.feed;

import io.allegiance.intake.csv.CsvLine;
import io.allegiance.intake.csv.Header;
import io.allegiance.intake.line.Rejection;
import io.allegiance.intake.line.RejectionReason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * The lines that land in one transaction, and those refused on the way.
 *
 * @param <L> a line in its normal form
 */
public final class ImportChunk<L> {

    private static final int MOST_LINES = 20_000;
    private static final long MOST_BYTES = 48L * 1024 * 1024;
    private static final Rejection SAME_KEY = new Rejection(
            RejectionReason.CONFLICTING_CONTENT,
            "the same key landed with other content; import with --replace to correct it");

    private final List<L> lines = new ArrayList<>();
    private final List<CsvLine> sources = new ArrayList<>();
    private final List<RejectedLine> refused = new ArrayList<>();
    private long bytes;
    private long futureLines;

    public void addLine(CsvLine source, L line) {
        lines.add(line);
        sources.add(source);
        bytes += source.size();
    }

    public void reject(RejectedLine line) {
        refused.add(line);
        bytes += line.source().size();
    }

    public void countFuture(LocalDate day, LocalDate today) {
        futureLines += day.isAfter(today) ? 1 : 0;
    }

    /** Returns the chunk without the lines at some places; what was refused is in it. */
    public ImportChunk<L> without(Set<Integer> places) {
        if (places.isEmpty()) {
            return this;
        }
        ImportChunk<L> rest = new ImportChunk<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!places.contains(i)) {
                rest.addLine(sources.get(i), lines.get(i));
            }
        }
        refused.forEach(rest::reject);
        rest.futureLines = futureLines;
        return rest;
    }

    /** Returns the line at a place as a refused one. */
    public RejectedLine refuse(int place, Rejection rejection, Feed<L> feed, Header header) {
        return new RejectedLine(
                sources.get(place),
                rejection,
                feed.ids(lines.get(place)),
                ContentHash.ofText(header, sources.get(place)),
                feed.day(lines.get(place)));
    }

    public boolean isFull() {
        return lines.size() + refused.size() >= MOST_LINES || bytes >= MOST_BYTES;
    }

    public boolean isEmpty() {
        return lines.isEmpty() && refused.isEmpty();
    }

    public List<L> lines() {
        return lines;
    }

    /** The source line of each line, at the same index. */
    public List<CsvLine> sources() {
        return sources;
    }

    public int size() {
        return lines.size();
    }

    public long futureLines() {
        return futureLines;
    }

    /** Returns all rejected lines, given the indices that conflict with the database. */
    public List<RejectedLine> rejectedLines(BitSet conflicts, Feed<L> feed, Header header) {
        List<RejectedLine> all = new ArrayList<>(refused);
        conflicts.stream()
                .mapToObj(place -> refuse(place, SAME_KEY, feed, header))
                .forEach(all::add);
        return all;
    }
}
