package io.allegiance.rfm;

import java.util.Arrays;

/** Numbers from 0 to some thousands, such as days, counted value by value: memory does not grow with how many there are. */
final class RankedCounts implements RankedValues {

    private int[] counts = new int[1024];
    private int count;

    /**
     * Adds a number.
     *
     * @throws IllegalArgumentException when it is below 0
     */
    void addCount(int number) {
        if (number < 0) {
            throw new IllegalArgumentException("a number of days must be 0 or more; was " + number);
        }
        if (number >= counts.length) {
            counts = Arrays.copyOf(counts, Math.max(2 * counts.length, number + 1));
        }
        counts[number]++;
        count++;
    }

    /**
     * Adds all numbers of others, which stay as they are.
     *
     * @throws ArithmeticException when there are 2³¹ numbers or more
     */
    void merge(RankedCounts others) {
        count = Math.addExact(count, others.count);
        if (others.counts.length > counts.length) {
            counts = Arrays.copyOf(counts, others.counts.length);
        }
        for (int number = 0; number < others.counts.length; number++) {
            counts[number] += others.counts[number];
        }
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public long at(int position) {
        int number = 0;
        for (int below = counts[0]; below <= position; below += counts[++number]) {
            // The result is the first number with more values at or below it than the position.
        }
        return number;
    }
}
