package io.allegiance.intake.quarantine;

import io.allegiance.intake.csv.CsvLine;
import io.allegiance.intake.csv.Header;
import io.allegiance.intake.csv.LineFields;
import io.allegiance.intake.feed.Feed;
import io.allegiance.intake.feed.ImportChunk;
import io.allegiance.intake.feed.Occurrences;
import io.allegiance.intake.line.RejectedLineException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the refused lines of earlier imports that a file has mended: it has, at the same place and under the same header,
 * an accepted line that differs in nothing but fields for which the earlier line was refused.
 *
 * @param <L> a line in its normal form
 */
public final class MendedLines<L> {

    private static final Occurrences NO_NUMBERS = (line, hash, number) -> 1;

    private final EarlierFiles earlier;
    private final Feed<L> feed;
    private final Header header;
    private final Set<Long> imports;
    private final Set<Long> places;
    private final Map<Long, Set<Long>> mended = new HashMap<>();

    /** @param refusedPlaces the places of the lines that were refused, by earlier import */
    public MendedLines(EarlierFiles earlier, Feed<L> feed, Header header, Map<Long, Set<Long>> refusedPlaces) {
        this.earlier = earlier;
        this.feed = feed;
        this.header = header;
        this.imports = refusedPlaces.keySet();
        this.places = refusedPlaces.values().stream().flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    }

    /** A refused line of an earlier import. */
    record Refused(long importId, CsvLine line) {}

    /** Looks at the lines of a chunk that were not refused. */
    public void addChunk(ImportChunk<L> chunk, BitSet conflicts) {
        if (places.isEmpty()) {
            return;
        }
        Map<Long, CsvLine> accepted = new HashMap<>();
        for (int i = conflicts.nextClearBit(0); i < chunk.size(); i = conflicts.nextClearBit(i + 1)) {
            CsvLine line = chunk.sources().get(i);
            if (places.contains(line.place())) {
                accepted.put(line.place(), line);
            }
        }
        for (Refused refused : listTexts(accepted)) {
            CsvLine now = accepted.get(refused.line().place());
            if (now != null && isMended(refused.line(), now)) {
                mended.computeIfAbsent(refused.importId(), id -> new HashSet<>())
                        .add(now.place());
            }
        }
    }

    private List<Refused> listTexts(Map<Long, CsvLine> accepted) {
        return earlier.listTexts(
                imports,
                accepted.values().stream().map(CsvLine::number).distinct().toList());
    }

    /** Each field that differs was at fault by itself: the line with all others mended is still refused. */
    private boolean isMended(CsvLine refused, CsvLine now) {
        if (refused.fields().size() != now.fields().size()) {
            return false;
        }
        for (int i = 0; i < now.fields().size(); i++) {
            if (!refused.fields().get(i).equals(now.fields().get(i))
                    && isAccepted(now, i, refused.fields().get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean isAccepted(CsvLine line, int place, String field) {
        List<String> fields = new ArrayList<>(line.fields());
        fields.set(place, field);
        try {
            feed.read(
                    new LineFields(header, new CsvLine(line.number(), line.part(), fields)), line.place(), NO_NUMBERS);
            return true;
        } catch (RejectedLineException e) {
            return false;
        }
    }

    /** The places of the lines of an earlier import that are mended. */
    Set<Long> placesOf(long earlierImport) {
        return mended.getOrDefault(earlierImport, Set.of());
    }
}
