package io.allegiance.churn;

import java.util.List;

/**
 * A sum of decision trees with two levels of splits, as it is kept in a model. A tree asks for one feature and then, on either
 * side, for one more, so the sum consists of functions of single features and of pairs of them.
 *
 * @param trees each adds the value of the leaf that a customer comes to
 * @param means the mean over the training rows of what each feature of the catalogue adds, in its order; see {@link TreeTables}
 */
public record BoostedTrees(List<Tree> trees, List<Double> means) {

    public BoostedTrees {
        trees = List.copyOf(trees);
        means = List.copyOf(means);
    }

    /**
     * One tree: customers with a value of up to the threshold go low, others high, those where it is missing as it says.
     *
     * @param feature the place in the catalogue of the feature that it asks for first
     * @param threshold on the feature's scale
     * @param missingLow whether those without the feature go low
     */
    public record Tree(int feature, double threshold, boolean missingLow, Branch low, Branch high) {}

    /**
     * One side of a tree, with its own split; the same value on both sides of it where there is none.
     *
     * @param low the value of those who go low
     * @param high of the others
     */
    public record Branch(int feature, double threshold, boolean missingLow, double low, double high) {

        /** Returns whether it asks for anything. */
        boolean isSplit() {
            return feature >= 0;
        }

        static Branch leaf(double value) {
            return new Branch(-1, 0, false, value, value);
        }
    }
}
