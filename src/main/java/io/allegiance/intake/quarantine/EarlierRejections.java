package io.allegiance.intake.quarantine;

import io.allegiance.intake.csv.Header;
import io.allegiance.intake.csv.ImportKind;
import io.allegiance.intake.feed.ContentHash;
import io.allegiance.intake.feed.Feed;
import io.allegiance.intake.feed.ImportChunk;
import io.allegiance.intake.feed.NaturalKey;
import io.allegiance.intake.feed.RejectedLine;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares the quarantined lines of earlier imports of a kind with the lines of a file. One is closed when its key has
 * landed since, when the very line lands or is refused again, and with {@code --replace} when its transaction is
 * replaced.
 *
 * @param <L> a line in its normal form
 */
public final class EarlierRejections<L> {

    private final QuarantinedLines waiting;
    private final Feed<L> feed;
    private final Header header;
    private final Feed.Landing landing;
    private final QuarantineFilter filter;

    public EarlierRejections(QuarantinedLines waiting, Feed<L> feed, Header header, Feed.Landing landing) {
        this.waiting = waiting;
        this.feed = feed;
        this.header = header;
        this.landing = landing;
        this.filter = waiting.load(feed.kind(), landing.importId());
    }

    /** The places of the lines refused of files that this may be again, by import. */
    public Map<Long, Set<Long>> listRefusedPlaces() {
        return filter.isEmpty() ? Map.of() : waiting.listRefusedPlaces(landing.importId());
    }

    public boolean isEmpty() {
        return filter.isEmpty();
    }

    /** Closes, in the caller's transaction, the quarantined lines that a chunk resolves, and returns how many. */
    public long close(ImportChunk<L> chunk, BitSet conflicts, List<RejectedLine> refused) {
        if (filter.isEmpty()) {
            return 0;
        }
        long closed = closeRefusedAgain(refused) + closeLanded(chunk, conflicts);
        return landing.replace() && feed.kind() == ImportKind.TRANSACTION
                ? closed + closeReplaced(chunk, refused)
                : closed;
    }

    private long closeRefusedAgain(List<RejectedLine> refused) {
        Map<ContentHash, Integer> texts = new HashMap<>();
        for (RejectedLine line : refused) {
            addText(texts, line.text());
        }
        return waiting.closeByText("REFUSED_AGAIN", landing.importId(), texts);
    }

    private long closeLanded(ImportChunk<L> chunk, BitSet conflicts) {
        Map<ContentHash, Integer> texts = new HashMap<>();
        List<NaturalKey> keys = new ArrayList<>();
        for (int i = conflicts.nextClearBit(0); i < chunk.size(); i = conflicts.nextClearBit(i + 1)) {
            addText(texts, ContentHash.ofText(header, chunk.sources().get(i)));
            NaturalKey ids = feed.ids(chunk.lines().get(i));
            if (filter.mayHold(ids)) {
                keys.add(ids);
            }
        }
        return waiting.closeByText("LANDED", landing.importId(), texts)
                + waiting.closeByKey(feed.kind(), landing.importId(), keys);
    }

    private void addText(Map<ContentHash, Integer> texts, ContentHash text) {
        if (filter.mayHold(text)) {
            texts.merge(text, 1, Integer::sum);
        }
    }

    private long closeReplaced(ImportChunk<L> chunk, List<RejectedLine> refused) {
        Set<String> transactions = new HashSet<>();
        chunk.lines().forEach(line -> addTransaction(transactions, feed.ids(line)));
        refused.forEach(line -> addTransaction(transactions, line.ids()));
        return waiting.closeByTransaction(feed.kind(), landing.importId(), transactions);
    }

    private void addTransaction(Set<String> transactions, NaturalKey ids) {
        String transaction = ids.transactionId();
        if (transaction != null && filter.mayHold(transaction)) {
            transactions.add(transaction);
        }
    }
}
