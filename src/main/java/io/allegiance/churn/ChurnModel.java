package io.allegiance.churn;

import java.util.List;

/**
 * How the churn probability follows from a customer's features, up to the level that each night sets:
 *
 * <pre>
 *   churn = σ(z + c),   z = w (β₀ + Σ βⱼ xⱼ) + (1 - w) · model logit,   c from {@link Recalibration}
 * </pre>
 *
 * Where past outcomes are too few the weight w is one half, or 0: then the purchase model is used alone, z is its logit and
 * the level is already right.
 *
 * @param weight w: 1, 0.5 or 0
 * @param intercept β₀; 0 when w is 0
 * @param terms one for each feature of {@link FeatureCatalogue}, in its order; empty when w is 0
 */
public record ChurnModel(double weight, double intercept, List<ChurnTerm> terms) {

    /** The purchase model alone. */
    public static final ChurnModel PURCHASE_MODEL_ALONE = new ChurnModel(0, 0, List.of());

    /* The place of model_logit in the catalogue. */
    private static final int MODEL_LOGIT = 0;

    public ChurnModel {
        terms = List.copyOf(terms);
        List<String> names = terms.stream().map(ChurnTerm::feature).toList();
        List<String> expected = weight == 0
                ? List.of()
                : FeatureCatalogue.ALL.stream().map(Feature::name).toList();
        if (!names.equals(expected)) {
            throw new IllegalArgumentException("a churn model of weight " + weight + " needs the terms " + expected
                    + "; it had " + names + ". Train a model with this version of the program");
        }
    }

    /** A regression, as it is or averaged with the purchase model. */
    public static ChurnModel of(double weight, LogisticRegression.Fit fit) {
        return new ChurnModel(weight, fit.intercept(), fit.terms());
    }

    /** Returns whether the purchase model is used alone. */
    public boolean isPurchaseModelAlone() {
        return weight == 0;
    }

    /** z, the logit before the level. */
    public double logit(CustomerAsOf customer) {
        if (isPurchaseModelAlone()) {
            return customer.modelLogit();
        }
        double sum = base();
        for (int feature = 0; feature < terms.size(); feature++) {
            sum += share(feature, customer);
        }
        return sum;
    }

    /**
     * The churn probability, in [0, 1]: σ(z + c).
     *
     * @param level c
     */
    public double probability(CustomerAsOf customer, double level) {
        return probability(customer, shares(customer), level);
    }

    /** The same from the customer's shares. */
    public double probability(CustomerAsOf customer, double[] shares, double level) {
        if (isPurchaseModelAlone()) {
            return level == 0 ? customer.modelChurn() : Logit.probability(customer.modelLogit() + level);
        }
        double logit = base();
        for (double share : shares) {
            logit += share;
        }
        return Logit.probability(logit + level);
    }

    /** The logit of the average customer before the level; 0 where the purchase model is used alone. */
    public double base() {
        return isPurchaseModelAlone()
                ? 0
                : weight * intercept + (1 - weight) * terms.get(MODEL_LOGIT).mean();
    }

    /**
     * The contribution of each feature to the logit, relative to the average customer, in the order of the catalogue; they and {@link
     * #base()} add up to {@link #logit}. Empty where the purchase model is used alone.
     */
    public double[] shares(CustomerAsOf customer) {
        double[] shares = new double[terms.size()];
        for (int feature = 0; feature < shares.length; feature++) {
            shares[feature] = share(feature, customer);
        }
        return shares;
    }

    /**
     * The average customer's value of a feature, in its unit: the mean of the training rows on the feature's scale, taken
     * back from it.
     *
     * @throws IllegalArgumentException where the purchase model is used alone
     */
    public double average(Feature feature) {
        return terms.stream()
                .filter(term -> term.feature().equals(feature.name()))
                .findFirst()
                .map(term -> feature.unscaled(term.mean()))
                .orElseThrow(() -> new IllegalArgumentException("the model has no term " + feature.name()));
    }

    private double share(int feature, CustomerAsOf customer) {
        ChurnTerm term = terms.get(feature);
        double scaled = FeatureCatalogue.ALL.get(feature).scaled(customer);
        double share = weight * term.share(scaled);
        return feature == MODEL_LOGIT ? share + (1 - weight) * (term.clipped(scaled) - term.mean()) : share;
    }
}
