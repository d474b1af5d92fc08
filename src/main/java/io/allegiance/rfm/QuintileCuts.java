package io.allegiance.rfm;

import java.util.function.IntToLongFunction;

/**
 * The four values that a customer must pass for a score of 2, 3, 4 and 5, on a scale on which more is better.
 *
 * <p>score = 1 + ⌊5 · worse / n⌋ is at least k exactly when worse ≥ ⌈(k - 1) · n / 5⌉ = m, and at least m of n sorted
 * values lie strictly below v exactly when the m-th smallest does. So four comparisons give the definition, ties included.
 */
record QuintileCuts(long second, long third, long fourth, long fifth) {

    QuintileCuts {
        if (second > third || third > fourth || fourth > fifth) {
            throw new IllegalArgumentException(
                    "cuts must not fall; were %d, %d, %d, %d".formatted(second, third, fourth, fifth));
        }
    }

    /**
     * @param count how many values there are, at least 1
     * @param ascending the value at a position from 0 (worst) to count - 1 (best)
     */
    static QuintileCuts of(int count, IntToLongFunction ascending) {
        return new QuintileCuts(
                ascending.applyAsLong(position(2, count)),
                ascending.applyAsLong(position(3, count)),
                ascending.applyAsLong(position(4, count)),
                ascending.applyAsLong(position(5, count)));
    }

    int score(long value) {
        int score = 1;
        score += value > second ? 1 : 0;
        score += value > third ? 1 : 0;
        score += value > fourth ? 1 : 0;
        score += value > fifth ? 1 : 0;
        return score;
    }

    /** The cut to pass for a score of 2..5. */
    long of(int score) {
        return switch (score) {
            case 2 -> second;
            case 3 -> third;
            case 4 -> fourth;
            case 5 -> fifth;
            default -> throw new IllegalArgumentException("there are cuts for scores 2..5; was " + score);
        };
    }

    private static int position(int score, int count) {
        return (int) (((score - 1L) * count + 4) / 5) - 1;
    }
}
