package io.allegiance.churn;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a model keeps of the churn ranking; {@link ChurnRanking} computes with it.
 *
 * @param weight w, of the ranking against the purchase model: 1, 0.5 or 0
 * @param intercept β₀, the logit of the average customer; 0 when w is 0
 * @param terms the regression, one term for each feature of {@link FeatureCatalogue} in its order, or for each of its first eleven
 *     in a model of an earlier version; empty when w is 0
 * @param trees null in a model of an earlier version and when w is 0
 * @param support how far the ranking is trusted; null where it is for everybody
 */
public record ChurnModel(
        double weight,
        double intercept,
        List<ChurnTerm> terms,
        @Nullable BoostedTrees trees,
        @Nullable RankingSupport support) {

    /** The purchase model alone. */
    public static final ChurnModel PURCHASE_MODEL_ALONE = new ChurnModel(0, 0, List.of(), null, null);

    public ChurnModel {
        terms = List.copyOf(terms);
        List<String> names = terms.stream().map(ChurnTerm::feature).toList();
        List<String> expected = weight == 0 ? List.of() : FeatureCatalogue.names();
        boolean isOfFirstModels = trees == null
                && names.equals(expected.subList(0, Math.min(expected.size(), FeatureCatalogue.OF_FIRST_MODELS)));
        if (!names.equals(expected) && !isOfFirstModels) {
            throw new IllegalArgumentException("a churn model of weight " + weight + " needs the terms " + expected
                    + "; it had " + names + ". Train a model with this version of the program");
        }
    }

    /**
     * Fits a ranking, at the level of the purchase model over the rows.
     *
     * @param rows of one cut-off or more, each with both outcomes
     */
    public static ChurnModel fit(TrainingRows rows) {
        List<ChurnTerm> terms = LogisticRegression.fit(rows);
        BoostedTrees trees = TreeBoosting.fit(rows);
        double level = rows.level(new ChurnRanking(new ChurnModel(1, 0, terms, trees, null)));
        return new ChurnModel(1, level, terms, trees, RankingSupport.of(rows));
    }

    /** The same with another weight against the purchase model. */
    public ChurnModel withWeight(double other) {
        return other == 0 ? PURCHASE_MODEL_ALONE : new ChurnModel(other, intercept, terms, trees, support);
    }

    /** The same that does not yield to the purchase model for rare customers. */
    ChurnModel withoutSupport() {
        return new ChurnModel(weight, intercept, terms, trees, null);
    }

    /** Returns whether the purchase model is used alone. */
    public boolean isPurchaseModelAlone() {
        return weight == 0;
    }
}
