package io.allegiance.loyalty;

import java.util.List;

/**
 * The dimensions of loyalty, all of them, in the order of their columns. Columns, weights, segment fields and the report follow
 * this list; statements and tables name the columns themselves.
 */
public final class Dimensions {

    /** Repeat business, volume, cross-selling, protection from competition, word of mouth, benefit of the doubt, growth, brand. */
    public static final List<Dimension> ALL = List.of(
            new Repeat(),
            new Volume(),
            new Breadth(),
            new Commitment(),
            new Advocacy(),
            new Forgiveness(),
            new SpendGrowth(),
            new Brand());

    private Dimensions() {}

    /** Scores a customer on each of some dimensions, in their order: 0..100, NaN where there is no data. */
    public static double[] scores(List<Dimension> dimensions, LoyalCustomer customer, LoyaltyNorms norms) {
        double[] scores = new double[dimensions.size()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = dimensions.get(i).score(customer, norms);
        }
        return scores;
    }
}
