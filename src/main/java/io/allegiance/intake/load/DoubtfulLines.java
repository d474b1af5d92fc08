package io.allegiance.intake.load;

import io.allegiance.intake.csv.Header;
import io.allegiance.intake.feed.ContentHash;
import io.allegiance.intake.feed.Doubt;
import io.allegiance.intake.feed.Feed;
import io.allegiance.intake.feed.ImportChunk;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * The lines of a file that may say otherwise what other imports landed. They are kept back while the file is read for the
 * first time. Where there are any, the file is read again to see which of the landed lines it has, and once more to land
 * them or to refuse them; where more landed lines are concerned than are held in memory, a part of the file at a time.
 * Each reading must cut the file into the same chunks.
 *
 * @param <L> a line in its normal form
 */
final class DoubtfulLines<L> {

    private static final int MOST_WANTED = 200_000;

    private final Feed<L> feed;
    private final Feed.Landing landing;
    private final Header header;
    private final int mostWanted;
    private Set<ContentHash> wanted = new HashSet<>();
    private Set<ContentHash> seen = new HashSet<>();
    private boolean isFirstReading = true;
    private boolean isAnyLeft;
    private long chunks;
    private long settledUpTo;
    private long settlingUpTo;
    private long gatheredUpTo;

    DoubtfulLines(Feed<L> feed, Feed.Landing landing, Header header) {
        this(feed, landing, header, MOST_WANTED);
    }

    DoubtfulLines(Feed<L> feed, Feed.Landing landing, Header header, int mostWanted) {
        this.feed = feed;
        this.landing = landing;
        this.header = header;
        this.mostWanted = mostWanted;
    }

    /** Returns what of a chunk is to be landed and refused in this reading. */
    ImportChunk<L> sort(ImportChunk<L> chunk) {
        long number = chunks++;
        if (number < settledUpTo) {
            return new ImportChunk<>();
        }
        SortedMap<Integer, Doubt> doubts = feed.listDoubts(chunk.lines(), landing);
        if (number < settlingUpTo) {
            return settle(chunk, doubts);
        }
        return gather(number, chunk, doubts);
    }

    private ImportChunk<L> settle(ImportChunk<L> chunk, SortedMap<Integer, Doubt> doubts) {
        ImportChunk<L> settled = new ImportChunk<>();
        doubts.forEach((place, doubt) -> {
            if (seen.containsAll(doubt.landed())) {
                settled.addLine(chunk.sources().get(place), chunk.lines().get(place));
            } else {
                settled.reject(chunk.refuse(place, doubt.rejection(), feed, header));
            }
        });
        return settled;
    }

    /** Keeps back the lines of which the chunk alone does not tell that they may land. */
    private ImportChunk<L> gather(long number, ImportChunk<L> chunk, SortedMap<Integer, Doubt> doubts) {
        Set<Integer> open = doubts.isEmpty() ? Set.of() : listOpen(chunk, doubts);
        if (gatheredUpTo == number && wanted.size() < mostWanted) {
            open.forEach(place ->
                    wanted.addAll(doubts.getOrDefault(place, Doubt.NONE).landed()));
            gatheredUpTo++;
        }
        isAnyLeft |= gatheredUpTo <= number && !open.isEmpty();
        return isFirstReading ? chunk.without(open) : new ImportChunk<>();
    }

    private Set<Integer> listOpen(ImportChunk<L> chunk, SortedMap<Integer, Doubt> doubts) {
        Set<ContentHash> keys = chunk.lines().stream().map(feed::identity).collect(Collectors.toSet());
        return doubts.entrySet().stream()
                .filter(doubt -> !keys.containsAll(doubt.getValue().landed()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Returns whether lines are kept back. */
    boolean isAny() {
        return !wanted.isEmpty() || isAnyLeft;
    }

    /** Begins the reading that shows which of the landed lines the file has. */
    void beginLooking() {
        seen = new HashSet<>();
    }

    /** Notes a line of that reading. */
    void look(L line) {
        ContentHash key = feed.identity(line);
        if (wanted.contains(key)) {
            seen.add(key);
        }
    }

    /** Begins the reading that lands or refuses what is kept back. */
    void beginSettling() {
        isFirstReading = false;
        isAnyLeft = false;
        wanted = new HashSet<>();
        settledUpTo = settlingUpTo;
        settlingUpTo = gatheredUpTo;
        chunks = 0;
    }
}
