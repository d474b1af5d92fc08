package io.allegiance.btyd;

import java.util.Arrays;

/** A count for each packed triple: open addressing over primitive arrays, at most half full. */
final class TripleCounts {

    private long[] triples = new long[1024];
    private long[] counts = new long[1024];
    private int size;

    void addTriple(long triple, long customers) {
        int slot = slot(triple);
        if (counts[slot] == 0) {
            triples[slot] = triple;
            size++;
        }
        counts[slot] = Math.addExact(counts[slot], customers);
        if (2 * size > counts.length) {
            grow();
        }
    }

    long count(long triple) {
        return counts[slot(triple)];
    }

    long[] sortedTriples() {
        long[] sorted = new long[size];
        int next = 0;
        for (int slot = 0; slot < counts.length; slot++) {
            if (counts[slot] > 0) {
                sorted[next++] = triples[slot];
            }
        }
        Arrays.sort(sorted);
        return sorted;
    }

    private int slot(long triple) {
        int mask = counts.length - 1;
        int slot = Long.hashCode(triple * 0x9E3779B97F4A7C15L) & mask;
        while (counts[slot] > 0 && triples[slot] != triple) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldTriples = triples;
        long[] oldCounts = counts;
        triples = new long[2 * oldTriples.length];
        counts = new long[2 * oldCounts.length];
        for (int old = 0; old < oldCounts.length; old++) {
            if (oldCounts[old] > 0) {
                int slot = slot(oldTriples[old]);
                triples[slot] = oldTriples[old];
                counts[slot] = oldCounts[old];
            }
        }
    }
}
