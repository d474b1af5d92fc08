package io.allegiance.intake.quarantine;

import io.allegiance.intake.feed.ContentHash;
import io.allegiance.intake.feed.NaturalKey;
import java.util.BitSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Excludes most lines without a query: no earlier import has such a line in quarantine, so that few lines need a query.
 * It takes 8 MB, however many wait, and nothing where none does; a wrong yes costs a question and no more.
 */
final class QuarantineFilter {

    private static final int BITS = 26;
    private static final int GOLDEN = 0x9e3779b9;

    private BitSet bits = new BitSet();
    private boolean empty = true;

    /** Adds a quarantined line with as much of its key as is known. */
    void addLine(NaturalKey ids, byte @Nullable [] text) {
        if (empty) {
            bits = new BitSet(1 << BITS);
            empty = false;
        }
        if (ids.transactionId() != null) {
            bits.set(place(ids.transactionId()));
            bits.set(place(ids));
        }
        if (text != null) {
            bits.set(place(ContentHash.of(text)));
        }
    }

    /** Returns whether nothing waits at all. */
    boolean isEmpty() {
        return empty;
    }

    /** Returns whether a line with these ids may wait, or one of that text, or one of a transaction. */
    boolean mayHold(Object known) {
        return bits.get(place(known));
    }

    private static int place(Object known) {
        return Objects.hashCode(known) * GOLDEN >>> Integer.SIZE - BITS;
    }
}
