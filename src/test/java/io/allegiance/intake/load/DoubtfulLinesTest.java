package io.allegiance.intake.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.intake.csv.CsvLine;
import io.allegiance.intake.csv.Header;
import io.allegiance.intake.csv.ImportKind;
import io.allegiance.intake.csv.LineFields;
import io.allegiance.intake.feed.ContentHash;
import io.allegiance.intake.feed.Doubt;
import io.allegiance.intake.feed.Feed;
import io.allegiance.intake.feed.ImportChunk;
import io.allegiance.intake.feed.NaturalKey;
import io.allegiance.intake.feed.Occurrences;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines in doubt land or are refused alike, however few of them are held in memory at a time. */
class DoubtfulLinesTest {

    private static final Header HEADER =
            Header.of(new CsvLine(1, List.of("customer_id", "occurred_at")), ImportKind.TRANSACTION, "file");

    /** A line 10k + i is new and belongs with the landed line k; a line below 10 had landed. */
    private static final class NumberFeed implements Feed<Long> {

        private final Set<Long> landed = new HashSet<>(Set.of(1L, 2L, 3L, 4L, 5L));

        @Override
        public ImportKind kind() {
            return ImportKind.TRANSACTION;
        }

        @Override
        public Long read(LineFields fields, long lineNumber, Occurrences equals) {
            return lineNumber;
        }

        @Override
        public ContentHash identity(Long line) {
            return new ContentHash(0, line);
        }

        @Override
        public NaturalKey ids(Long line) {
            return NaturalKey.UNKNOWN;
        }

        @Override
        public NaturalKey ids(LineFields fields) {
            return NaturalKey.UNKNOWN;
        }

        @Override
        public LocalDate day(Long line) {
            return LocalDate.EPOCH;
        }

        @Override
        public SortedMap<Integer, Doubt> listDoubts(List<Long> chunk, Landing landing) {
            SortedMap<Integer, Doubt> doubts = new TreeMap<>();
            for (int i = 0; i < chunk.size(); i++) {
                if (!landed.contains(chunk.get(i))) {
                    doubts.put(i, new Doubt(Set.of(new ContentHash(0, chunk.get(i) / 10)), "in doubt"));
                }
            }
            return doubts;
        }

        @Override
        public Landed land(List<Long> chunk, Landing landing) {
            landed.addAll(chunk);
            return new Landed(chunk.size(), 0, new BitSet(), 0, 0);
        }

        @Override
        public Standing count(long importId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long undo(long importId) {
            throw new UnsupportedOperationException();
        }
    }

    private static ImportChunk<Long> chunk(List<Long> lines) {
        ImportChunk<Long> chunk = new ImportChunk<>();
        lines.forEach(line -> chunk.addLine(new CsvLine(line, List.of("c", "d")), line));
        return chunk;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 100})
    void eachLineLandsOrIsRefusedOnce(int mostWanted) {
        // Given a file in chunks that has 1, 3 and 5 of the landed lines, one of them beside its new line
        List<List<Long>> file =
                List.of(List.of(10L, 20L), List.of(30L, 3L, 40L), List.of(50L, 11L), List.of(21L), List.of(1L, 5L));
        NumberFeed feed = new NumberFeed();
        Feed.Landing landing = new Feed.Landing(2, false);
        DoubtfulLines<Long> doubtful = new DoubtfulLines<>(feed, landing, HEADER, mostWanted);
        List<Long> landed = new ArrayList<>();
        List<Long> refused = new ArrayList<>();

        read(file, doubtful, feed, landed, refused);
        assertThat(landed).containsExactly(30L, 3L, 1L, 5L);
        int readings = 0;
        while (doubtful.isAny() && readings++ < 10) {
            doubtful.beginLooking();
            file.forEach(lines -> lines.forEach(doubtful::look));
            doubtful.beginSettling();
            read(file, doubtful, feed, landed, refused);
        }

        assertThat(doubtful.isAny()).isFalse();
        assertThat(landed).containsExactlyInAnyOrder(30L, 3L, 1L, 5L, 10L, 50L, 11L);
        assertThat(refused).containsExactlyInAnyOrder(20L, 40L, 21L);
    }

    private static void read(
            List<List<Long>> file,
            DoubtfulLines<Long> doubtful,
            NumberFeed feed,
            List<Long> landed,
            List<Long> refused) {
        for (List<Long> lines : file) {
            ImportChunk<Long> ready = doubtful.sort(chunk(lines));
            feed.land(ready.lines(), new Feed.Landing(2, false));
            landed.addAll(ready.lines());
            ready.rejectedLines(new BitSet(), feed, HEADER)
                    .forEach(line -> refused.add(line.source().number()));
        }
    }
}
