package io.allegiance.intake.feed;

import java.util.BitSet;

/**
 * Excludes transactions that are certainly not cancelled, without a query. It takes 2 MB, however many are cancelled,
 * and nothing where none is; a wrong yes costs a query and no more.
 */
final class CancelledFilter {

    private static final int BITS = 24;
    private static final int GOLDEN = 0x9e3779b9;

    private BitSet bits = new BitSet();
    private boolean empty = true;

    void add(String transactionId) {
        if (empty) {
            bits = new BitSet(1 << BITS);
            empty = false;
        }
        bits.set(place(transactionId));
    }

    boolean isEmpty() {
        return empty;
    }

    boolean mayHold(String transactionId) {
        return bits.get(place(transactionId));
    }

    private static int place(String transactionId) {
        return transactionId.hashCode() * GOLDEN >>> Integer.SIZE - BITS;
    }
}
