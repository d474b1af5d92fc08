package io.allegiance.intake.feed;

import io.allegiance.hash.FnvHash;

/**
 * Counts distinct texts by their 64-bit hashes, exactly up to a bound: among the most that it holds, two texts share a hash
 * with a probability below 1 in a million. It takes eight to 32 MB only where there are that many texts.
 */
final class DistinctTexts {

    /** At most so many are told apart. */
    static final int MOST = 2_000_000;

    private static final int FIRST_SIZE = 1 << 12;
    private static final long SEED = 0x5bd1e9955bd1e995L;

    private long[] hashes = new long[FIRST_SIZE];
    private int count;
    private boolean zero;
    private String last = "";

    /** Adds a text that is not blank. */
    void addText(String text) {
        if (text.equals(last) || isFull()) {
            return;
        }
        last = text;
        addHash(FnvHash.of(text, SEED));
    }

    private void addHash(long hash) {
        if (hash == 0) {
            zero = true;
        } else if (insert(hashes, hash)) {
            count++;
            if (2 * count > hashes.length) {
                grow();
            }
        }
    }

    /** The number of texts; the bound where there are more. */
    long count() {
        return Math.min(MOST, count + (zero ? 1L : 0L));
    }

    /** Returns whether the bound is reached, so that there may be more. */
    boolean isFull() {
        return count >= MOST;
    }

    private static boolean insert(long[] table, long hash) {
        int mask = table.length - 1;
        int slot = (int) hash & mask;
        while (table[slot] != 0) {
            if (table[slot] == hash) {
                return false;
            }
            slot = slot + 1 & mask;
        }
        table[slot] = hash;
        return true;
    }

    private void grow() {
        long[] larger = new long[2 * hashes.length];
        for (long hash : hashes) {
            if (hash != 0) {
                insert(larger, hash);
            }
        }
        hashes = larger;
    }
}
