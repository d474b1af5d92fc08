package io.allegiance.churn;

import java.util.IdentityHashMap;
import java.util.Map;

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
        Codes known = Codes.OF_CATALOGUE.get(feature);
        Codes codes = known == null ? Codes.of(feature) : known;
        return share > 0 ? codes.raises : share < 0 ? codes.lowers : feature.name();
    }

    /** The two codes of a feature: made once, because every score has three. */
    private record Codes(String raises, String lowers) {

        static final Map<Feature, Codes> OF_CATALOGUE = ofCatalogue();

        static Codes of(Feature feature) {
            return new Codes(feature.name() + "+", feature.name() + "-");
        }

        private static Map<Feature, Codes> ofCatalogue() {
            Map<Feature, Codes> codes = new IdentityHashMap<>();
            FeatureCatalogue.ALL.forEach(feature -> codes.put(feature, of(feature)));
            return codes;
        }
    }
}
