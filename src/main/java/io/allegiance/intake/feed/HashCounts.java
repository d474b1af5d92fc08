package io.allegiance.intake.feed;

/** Counts occurrences of 128-bit hashes, up to a fixed number of distinct ones, by open addressing. */
final class HashCounts {

    private final int mask;
    private final long[] high;
    private final long[] low;
    private final int[] counts;

    HashCounts(int most) {
        int size = Math.max(Integer.highestOneBit(Math.max(most, 1)) << 1, 16);
        this.mask = size - 1;
        this.high = new long[size];
        this.low = new long[size];
        this.counts = new int[size];
    }

    /** Counts one more occurrence and returns its number. */
    int next(long first, long second) {
        int slot = (int) second & mask;
        while (counts[slot] > 0 && (high[slot] != first || low[slot] != second)) {
            slot = slot + 1 & mask;
        }
        high[slot] = first;
        low[slot] = second;
        return ++counts[slot];
    }
}
