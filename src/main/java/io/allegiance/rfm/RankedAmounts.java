package io.allegiance.rfm;

import java.util.ArrayList;
import java.util.List;

/**
 * Numbers of any size from 0, such as money, in 8 bytes each: kept in blocks, so that they are never copied, and found by counting
 * their digits, so that they are never sorted.
 */
final class RankedAmounts implements RankedValues {

    private static final int BLOCK = 1 << 16;
    private static final int DIGIT_BITS = 16;
    private static final int DIGITS = 1 << DIGIT_BITS;

    private final List<long[]> blocks = new ArrayList<>();
    private int count;

    /**
     * Adds a number.
     *
     * @throws IllegalArgumentException when it is below 0
     */
    void addAmount(long number) {
        if (number < 0) {
            throw new IllegalArgumentException("spend must be 0 or more; was " + number);
        }
        if (count % BLOCK == 0) {
            blocks.add(new long[BLOCK]);
        }
        blocks.get(count / BLOCK)[count % BLOCK] = number;
        count = Math.incrementExact(count);
    }

    /**
     * Adds all numbers of others, which stay as they are.
     *
     * @throws ArithmeticException when there are 2³¹ numbers or more
     */
    void merge(RankedAmounts others) {
        int left = others.count;
        for (long[] block : List.copyOf(others.blocks)) {
            int filled = Math.min(left, BLOCK);
            for (int i = 0; i < filled; i++) {
                addAmount(block[i]);
            }
            left -= filled;
        }
    }

    @Override
    public int count() {
        return count;
    }

    /** From the highest digit to the lowest: which one the number has, given those above it, and how many with it are smaller. */
    @Override
    public long at(int position) {
        long above = 0;
        int left = position;
        for (int shift = Long.SIZE - DIGIT_BITS; shift >= 0; shift -= DIGIT_BITS) {
            int[] counts = countDigits(shift, above);
            int digit = 0;
            while (left >= counts[digit]) {
                left -= counts[digit++];
            }
            above = above << DIGIT_BITS | digit;
        }
        return above;
    }

    /** Counts a digit of the numbers whose digits above it are those given. */
    private int[] countDigits(int shift, long above) {
        int[] counts = new int[DIGITS];
        int left = count;
        for (long[] block : blocks) {
            int filled = Math.min(left, BLOCK);
            for (int i = 0; i < filled; i++) {
                // Shifting by all bits would shift by none, so it is done in two halves.
                if (block[i] >>> shift >>> DIGIT_BITS == above) {
                    counts[(int) (block[i] >>> shift) & DIGITS - 1]++;
                }
            }
            left -= filled;
        }
        return counts;
    }
}
