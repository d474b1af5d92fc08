package io.allegiance.crossselling;

import java.util.stream.IntStream;

/** A count for each two of some things, in either order: the triangle below the diagonal, row after row. */
final class PairCounts {

    private final int size;
    private final int[] counts;

    PairCounts(int size) {
        this.size = size;
        this.counts = new int[size * (size - 1) / 2];
    }

    /** How many things there are. */
    int size() {
        return size;
    }

    /** How many pairs there are. */
    int pairs() {
        return counts.length;
    }

    int get(int one, int other) {
        return counts[index(one, other)];
    }

    void set(int one, int other, int count) {
        counts[index(one, other)] = count;
    }

    private static int index(int one, int other) {
        int row = Math.max(one, other);
        return row * (row - 1) / 2 + Math.min(one, other);
    }

    /** Returns a count by its place in the triangle. */
    int at(int place) {
        return counts[place];
    }

    void setAt(int place, int count) {
        counts[place] = count;
    }

    /** Lists the things that have at least such a count with any other, ascending. */
    int[] listRowsOf(int least) {
        return IntStream.range(0, size)
                .filter(one -> IntStream.range(0, size).anyMatch(other -> other != one && get(one, other) >= least))
                .toArray();
    }

    /** The counts among some of the things. */
    PairCounts select(int[] things) {
        PairCounts selected = new PairCounts(things.length);
        for (int row = 1; row < things.length; row++) {
            for (int column = 0; column < row; column++) {
                selected.set(row, column, get(things[row], things[column]));
            }
        }
        return selected;
    }
}
