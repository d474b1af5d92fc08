package io.allegiance.history;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The gaps between one purchase day of a customer and the next: how many there are of each length in days. A customer of T days
 * has fewer than √(2 T) different lengths, so this stays small however often the customer buys. Immutable.
 */
public final class PurchaseGaps {

    /** No gap. */
    public static final PurchaseGaps NONE = new PurchaseGaps(new int[0], new int[0]);

    private static final char BETWEEN = ' ';
    private static final char TIMES = '*';
    private static final int TEN = 10;

    /* Ascending. */
    private final int[] lengths;
    private final int[] counts;

    private PurchaseGaps(int[] lengths, int[] counts) {
        this.lengths = lengths;
        this.counts = counts;
    }

    /** Receives a length in days, and how many gaps have it. */
    @FunctionalInterface
    public interface Consumer {
        void accept(int days, int count);
    }

    /**
     * The gaps with one more.
     *
     * @throws IllegalArgumentException when it is shorter than a day
     */
    public PurchaseGaps plus(int days) {
        if (days < 1) {
            throw new IllegalArgumentException("a gap between purchase days is 1 day or longer; was " + days);
        }
        int found = Arrays.binarySearch(lengths, days);
        if (found >= 0) {
            int[] more = counts.clone();
            more[found]++;
            return new PurchaseGaps(lengths, more);
        }
        int place = -found - 1;
        return new PurchaseGaps(inserted(lengths, place, days), inserted(counts, place, 1));
    }

    private static int[] inserted(int[] values, int place, int value) {
        int[] more = new int[values.length + 1];
        System.arraycopy(values, 0, more, 0, place);
        more[place] = value;
        System.arraycopy(values, place, more, place + 1, values.length - place);
        return more;
    }

    /** How many gaps are longer than that. */
    public int countLonger(int days) {
        int count = 0;
        for (int i = lengths.length - 1; i >= 0 && lengths[i] > days; i--) {
            count += counts[i];
        }
        return count;
    }

    /** Passes each length with its count, ascending. */
    public void forEach(Consumer consumer) {
        for (int i = 0; i < lengths.length; i++) {
            consumer.accept(lengths[i], counts[i]);
        }
    }

    /** The text of it: lengths ascending, each with *count where there are several, such as {@code 7*12 14 30*2}; empty for none. */
    public String toText() {
        StringBuilder text = new StringBuilder();
        forEach((days, count) -> {
            if (text.length() > 0) {
                text.append(BETWEEN);
            }
            text.append(days);
            if (count > 1) {
                text.append(TIMES).append(count);
            }
        });
        return text.toString();
    }

    /**
     * The gaps of a text that {@link #toText} gave.
     *
     * @throws IllegalArgumentException when the text is another
     */
    public static PurchaseGaps of(String text) {
        if (text.isEmpty()) {
            return NONE;
        }
        Reader reader = new Reader(text);
        return reader.read();
    }

    /** Reads the text in one go: a night reads it for every customer. */
    private static final class Reader {

        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        PurchaseGaps read() {
            int most = 1
                    + (int) text.chars()
                            .filter(character -> character == BETWEEN)
                            .count();
            int[] lengths = new int[most];
            int[] counts = new int[most];
            for (int i = 0; i < most; i++) {
                lengths[i] = number();
                counts[i] = skips(TIMES) ? number() : 1;
                boolean ends = i == most - 1;
                if ((i > 0 && lengths[i] <= lengths[i - 1]) || (ends ? at < text.length() : !skips(BETWEEN))) {
                    throw unexpected();
                }
            }
            return new PurchaseGaps(lengths, counts);
        }

        private boolean skips(char wanted) {
            boolean isThere = at < text.length() && text.charAt(at) == wanted;
            at += isThere ? 1 : 0;
            return isThere;
        }

        private int number() {
            long value = 0;
            int from = at;
            for (; at < text.length() && isDigit(text.charAt(at)) && value <= Integer.MAX_VALUE; at++) {
                value = value * TEN + text.charAt(at) - '0';
            }
            if (at == from || value == 0 || value > Integer.MAX_VALUE) {
                throw unexpected();
            }
            return (int) value;
        }

        private static boolean isDigit(char character) {
            return character >= '0' && character <= '9';
        }

        private IllegalArgumentException unexpected() {
            return new IllegalArgumentException("gaps such as '7*12 14' were expected; was " + text);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PurchaseGaps that
                && Arrays.equals(lengths, that.lengths)
                && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(lengths) + Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        return toText();
    }
}
