package io.allegiance.history;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The purchase days of a customer in the 365 days that end on the last of them, one bit a day: bit i says whether there was a
 * purchase day i days before the last one. It does not change while time passes, so the windows that end on any date from the
 * last purchase day on follow from it. Immutable.
 */
public final class RecentDays {

    /** How many days there are. */
    public static final int DAYS = 365;

    /** No purchase day. */
    public static final RecentDays NONE = new RecentDays(new long[0]);

    private static final int BITS = 6;
    private static final int WORDS = (DAYS + Long.SIZE - 1) / Long.SIZE;
    private static final int DIGIT_BITS = 4;
    private static final int DIGITS_IN_WORD = Long.SIZE / DIGIT_BITS;
    private static final int HEXADECIMAL = 16;

    /* Without the words after the last purchase day's. */
    private final long[] words;

    private RecentDays(long[] words) {
        this.words = words;
    }

    /**
     * The days with one more purchase day, later than the others.
     *
     * @param gap days from the last one to it, 1 or more; any for the first purchase day
     */
    public RecentDays plus(int gap) {
        long[] shifted = new long[WORDS];
        for (int bit = next(0); bit >= 0 && bit + (long) gap < DAYS; bit = next(bit + 1)) {
            set(shifted, bit + gap);
        }
        set(shifted, 0);
        return trimmed(shifted);
    }

    private static void set(long[] words, int bit) {
        words[bit >> BITS] |= 1L << bit;
    }

    private static RecentDays trimmed(long[] words) {
        int length = words.length;
        while (length > 0 && words[length - 1] == 0) {
            length--;
        }
        return new RecentDays(Arrays.copyOf(words, length));
    }

    /** The first purchase day that is at least that many days before the last one; -1 where there is none. */
    public int next(int from) {
        int word = from >> BITS;
        if (word >= words.length) {
            return -1;
        }
        long left = words[word] & (-1L << from);
        while (left == 0) {
            if (++word == words.length) {
                return -1;
            }
            left = words[word];
        }
        return (word << BITS) + Long.numberOfTrailingZeros(left);
    }

    /** The text of it: hexadecimal digits of four days each, the latest first, without zeros at the end; empty for none. */
    public String toText() {
        StringBuilder text = new StringBuilder(words.length * DIGITS_IN_WORD);
        for (long word : words) {
            for (int digit = 0; digit < DIGITS_IN_WORD; digit++) {
                text.append(Character.forDigit((int) (word >>> digit * DIGIT_BITS) & HEXADECIMAL - 1, HEXADECIMAL));
            }
        }
        int length = text.length();
        while (length > 0 && text.charAt(length - 1) == '0') {
            length--;
        }
        return text.substring(0, length);
    }

    /**
     * The days of a text that {@link #toText} gave.
     *
     * @throws IllegalArgumentException when the text has other characters, or a day beyond the 365
     */
    public static RecentDays of(String text) {
        long[] words = new long[WORDS];
        for (int i = 0; i < text.length(); i++) {
            int digit = Character.digit(text.charAt(i), HEXADECIMAL);
            if (digit < 0 || i * DIGIT_BITS >= DAYS || digit >> Math.min(DIGIT_BITS, DAYS - i * DIGIT_BITS) > 0) {
                throw new IllegalArgumentException("purchase days were expected as hexadecimal digits; was " + text);
            }
            words[i / DIGITS_IN_WORD] |= (long) digit << i % DIGITS_IN_WORD * DIGIT_BITS;
        }
        return trimmed(words);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RecentDays that && Arrays.equals(words, that.words);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(words);
    }

    @Override
    public String toString() {
        return toText();
    }
}
