package io.allegiance.intake.quarantine;

import io.allegiance.intake.csv.ImportKind;
import io.allegiance.intake.feed.Feed;
import io.allegiance.intake.feed.ImportChunk;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds out whether a file of transactions is an earlier one again, in which nothing but refused lines has changed: the
 * sum of what its lines say, those left out that were refused then, is what the other ones said then. Lines without ids
 * can be known as corrected by nothing else.
 *
 * @param <L> a line in its normal form
 */
public final class ReimportDetector<L> {

    private final Feed<L> feed;
    private final Map<Long, Set<Long>> refusedPlaces;
    private final Set<Long> places;
    private final Map<Long, Long> contents = new HashMap<>();
    private long sum;

    /** @param refusedPlaces the places of the lines that were refused, by earlier import of a file of that name */
    public ReimportDetector(Feed<L> feed, Map<Long, Set<Long>> refusedPlaces) {
        this.feed = feed;
        this.refusedPlaces = refusedPlaces;
        this.places = refusedPlaces.values().stream().flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    }

    /** Adds the lines of a chunk that were not refused. */
    public void addChunk(ImportChunk<L> chunk, BitSet conflicts) {
        for (int i = conflicts.nextClearBit(0); i < chunk.size(); i = conflicts.nextClearBit(i + 1)) {
            long content = feed.content(chunk.lines().get(i));
            sum += content;
            Long place = chunk.sources().get(i).place();
            if (places.contains(place)) {
                contents.put(place, content);
            }
        }
    }

    /** Finds the content of the accepted lines; empty for a small feed, whose lines have keys. */
    public OptionalLong findSum() {
        return feed.kind() == ImportKind.TRANSACTION ? OptionalLong.of(sum) : OptionalLong.empty();
    }

    /** Finds the content of this file at the lines that an earlier import accepted; empty where these are not known. */
    OptionalLong findRest(long earlierImport) {
        Set<Long> refused = refusedPlaces.get(earlierImport);
        return refused == null
                ? OptionalLong.empty()
                : OptionalLong.of(sum
                        - refused.stream()
                                .mapToLong(place -> contents.getOrDefault(place, 0L))
                                .sum());
    }
}
