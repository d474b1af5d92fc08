package io.allegiance.churn;

import org.jspecify.annotations.Nullable;

/**
 * How the churn probability follows from a customer's features, up to the level that each night sets:
 *
 * <pre>
 *   churn = σ(z + c),   z = v (β₀ + ½ Σ βⱼ xⱼ + ½ Σ fⱼ) + (1 - v) m,   v = w t,   c from {@link Recalibration}
 * </pre>
 *
 * βⱼ xⱼ are the regression's terms and fⱼ what the boosted trees add for each feature, both relative to the average customer; m is
 * the logit of the purchase model's churn probability, w the model's weight against it, and t the trust of {@link RankingSupport}, 1
 * where the model has none. A model of an earlier version, without trees, has β₀ + Σ βⱼ xⱼ. Where w is 0 the purchase model is used
 * alone, and z is m.
 */
public final class ChurnRanking {

    private static final double HALF = 0.5;

    private final ChurnModel model;
    private final @Nullable TreeTables trees;
    private final double @Nullable [] trust;
    private final double base;
    private final double meanOfModel;

    public ChurnRanking(ChurnModel model) {
        this.model = model;
        this.trees = model.trees() == null ? null : new TreeTables(model.trees());
        this.trust = model.support() == null ? null : model.support().toTrust();
        this.meanOfModel = model.isPurchaseModelAlone()
                ? 0
                : model.terms().get(FeatureCatalogue.MODEL_LOGIT).mean();
        this.base = model.weight() * model.intercept() + (1 - model.weight()) * meanOfModel;
    }

    /** Returns whether the purchase model is used alone. */
    public boolean isPurchaseModelAlone() {
        return model.isPurchaseModelAlone();
    }

    /** z, the logit before the level. */
    public double logit(CustomerAsOf customer) {
        return isPurchaseModelAlone() ? customer.modelLogit() : sum(shares(customer));
    }

    /** The same of the values of a customer on the features' scales. */
    double logit(double[] scaled) {
        return isPurchaseModelAlone()
                ? scaled[FeatureCatalogue.MODEL_LOGIT]
                : sum(shares(scaled, FeatureCatalogue.repeatPurchases(scaled)));
    }

    private double sum(double[] shares) {
        double sum = base();
        for (double share : shares) {
            sum += share;
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
        return Logit.probability(sum(shares) + level);
    }

    /** The logit of the average customer before the level; 0 where the purchase model is used alone. */
    public double base() {
        return isPurchaseModelAlone() ? 0 : base;
    }

    /**
     * The contribution of each feature to the logit, relative to the average customer, in the order of the catalogue; they and {@link
     * #base()} add up to {@link #logit}. What the purchase model has in place of an untrusted ranking is in the share of {@code
     * model_logit}. Empty where the purchase model is used alone.
     */
    public double[] shares(CustomerAsOf customer) {
        int width = model.terms().size();
        double[] scaled = new double[width];
        for (int feature = 0; feature < width; feature++) {
            scaled[feature] = FeatureCatalogue.ALL.get(feature).scaled(customer);
        }
        return shares(scaled, customer.summary().repeatPurchases());
    }

    private double[] shares(double[] scaled, int repeatPurchases) {
        int width = model.terms().size();
        double[] shares = new double[width];
        if (width == 0) {
            return shares;
        }
        double trusted = trust(repeatPurchases);
        double weight = trusted * model.weight();
        double ofRegression = trees == null ? weight : HALF * weight;
        for (int feature = 0; feature < width; feature++) {
            shares[feature] = ofRegression * model.terms().get(feature).share(scaled[feature]);
        }
        if (trees != null) {
            trees.addShares(scaled, HALF * weight, shares);
        }
        shares[FeatureCatalogue.MODEL_LOGIT] += ofPurchaseModel(scaled, trusted, weight);
        return shares;
    }

    /** (1 - v) m less the mean of that over the average customer, and less what the base has of an untrusted ranking. */
    private double ofPurchaseModel(double[] scaled, double trusted, double weight) {
        double logit = scaled[FeatureCatalogue.MODEL_LOGIT];
        double known =
                trees == null ? model.terms().get(FeatureCatalogue.MODEL_LOGIT).clipped(logit) : logit;
        double share = (1 - weight) * (known - meanOfModel);
        return trusted == 1 ? share : share - (1 - trusted) * model.weight() * (model.intercept() - meanOfModel);
    }

    private double trust(int repeatPurchases) {
        if (trust == null) {
            return 1;
        }
        return repeatPurchases < trust.length ? trust[repeatPurchases] : 0;
    }

    /**
     * The average customer's value of a feature, in its unit: the mean of the training rows on the feature's scale, taken
     * back from it.
     *
     * @throws IllegalArgumentException where the model has no such term
     */
    public double average(Feature feature) {
        return model.terms().stream()
                .filter(term -> term.feature().equals(feature.name()))
                .findFirst()
                .map(term -> feature.unscaled(term.mean()))
                .orElseThrow(() -> new IllegalArgumentException("the model has no term " + feature.name()));
    }
}
