package io.allegiance.intake.quarantine;

import io.allegiance.intake.feed.ContentHash;
import io.allegiance.intake.feed.NaturalKey;
import java.util.BitSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Tells of most lines at once that no earlier import has one like it waiting, so that the database is asked about few. It
 * takes 8 MB, however many wait, and nothing where none does; a wrong yes costs a question and no more.
 */
final class QuarantineFilter {

    private static final int BITS = 26;
    private static final int GOLDEN = 0x9e3779b9;

    private BitSet bits = new BitSet();
    private boolean empty = true;

    /** Adds a waiting line, whatever is known of it. */
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

    /** Whether nothing waits at all. */
    boolean isEmpty() {
        return empty;
    }

    /** Whether a line with these ids may wait, or one of that text, or one of a transaction. */
    boolean mayHold(Object known) {
        return bits.get(place(known));
    }

    private static int place(Object known) {
        return Objects.hashCode(known) * GOLDEN >>> Integer.SIZE - BITS;
    }
}
