package io.allegiance.churn;

/**
 * What a feature adds to a customer's logit against the average customer.
 *
 * @param feature which
 * @param share above 0 where it raises the churn probability, below 0 where it lowers it
 */
public record FeatureShare(Feature feature, double share) {

    /** How much the feature matters here, whichever way. */
    public double strength() {
        return Math.abs(share);
    }

    /** The reason code: the feature's name, then + where it raises the churn probability, - where it lowers it. */
    public String code() {
        return feature.name() + (share > 0 ? "+" : share < 0 ? "-" : "");
    }
}
