package io.allegiance.loyalty;

import io.allegiance.decimal.FixedPoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A customer's loyalty score and the dimensions that it is the weighted mean of, in the order of their columns: the loyalty
 * score first, then each dimension. Each is in hundredths, 0..10,000, or {@link #UNKNOWN} where the customer's feed has no data
 * for it. Immutable; equal when all scores are.
 */
public final class LoyaltyScores {

    /** In place of the hundredths of a score that the customer does not have. */
    public static final int UNKNOWN = -1;

    /** The hundredths of the highest score, 100. */
    public static final int HIGHEST = 10_000;

    /** The column of the loyalty score. */
    public static final String LOYALTY_SCORE = "loyalty_score";

    /** Nothing is known on the dimensions of the program. */
    public static final LoyaltyScores NONE = none(Dimensions.ALL);

    private final int[] hundredths;

    private LoyaltyScores(int[] hundredths) {
        for (int column = 0; column < hundredths.length; column++) {
            requireScore(column, hundredths[column]);
        }
        this.hundredths = hundredths;
    }

    /** The names of the columns for some dimensions. */
    public static List<String> columns(List<Dimension> dimensions) {
        List<String> columns = new ArrayList<>(List.of(LOYALTY_SCORE));
        dimensions.forEach(dimension -> columns.add(dimension.column()));
        return List.copyOf(columns);
    }

    /** Nothing is known on some dimensions. */
    public static LoyaltyScores none(List<Dimension> dimensions) {
        int[] unknown = new int[1 + dimensions.size()];
        Arrays.fill(unknown, UNKNOWN);
        return new LoyaltyScores(unknown);
    }

    /**
     * Takes scores as they are.
     *
     * @param hundredths of each column, in their order
     * @throws IllegalArgumentException when one is neither a score nor unknown
     */
    public static LoyaltyScores ofHundredths(int... hundredths) {
        return new LoyaltyScores(hundredths.clone());
    }

    /**
     * Scores a customer on the dimensions that are weighed, and rounds each half to even; the loyalty score is made of scores
     * that are not rounded yet.
     */
    public static LoyaltyScores of(LoyalCustomer customer, LoyaltyNorms norms, LoyaltyWeights weights) {
        double[] scores = Dimensions.scores(weights.dimensions(), customer, norms);
        int[] hundredths = new int[1 + scores.length];
        hundredths[0] = round(weights.mean(scores));
        for (int i = 0; i < scores.length; i++) {
            hundredths[1 + i] = round(scores[i]);
        }
        return new LoyaltyScores(hundredths);
    }

    /** The loyalty score, in hundredths. */
    public int loyalty() {
        return hundredths[0];
    }

    /** How many columns there are. */
    public int size() {
        return hundredths.length;
    }

    /**
     * The score of a column, in hundredths.
     *
     * @param column from 0, the loyalty score
     */
    public int get(int column) {
        return hundredths[column];
    }

    private static int round(double score) {
        return Double.isNaN(score) ? UNKNOWN : (int) FixedPoint.round(score, FixedPoint.SCORE);
    }

    private static void requireScore(int column, int hundredths) {
        if (hundredths < UNKNOWN || hundredths > HIGHEST) {
            throw new IllegalArgumentException((column == 0 ? "loyalty score" : "score of dimension " + column)
                    + " must be in 0.." + HIGHEST + " units; was " + hundredths);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LoyaltyScores scores && Arrays.equals(hundredths, scores.hundredths);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(hundredths);
    }

    @Override
    public String toString() {
        return Arrays.toString(hundredths);
    }
}
