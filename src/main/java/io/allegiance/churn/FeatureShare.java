package io.allegiance.churn;

import java.util.List;

/**
 * The contribution of one feature to a customer's logit, relative to the average customer.
 *
 * @param feature which
 * @param share above 0 where it raises the churn probability, below 0 where it lowers it
 */
public record FeatureShare(Feature feature, double share) {

    /** The codes of the catalogue's features, in its order: made once, because every score has three. */
    private static final List<String> RAISES = codes("+");

    private static final List<String> LOWERS = codes("-");

    /** The reason code: the feature's name, then + where it raises the churn probability, - where it lowers it. */
    public String code() {
        return code(FeatureCatalogue.ALL.indexOf(feature), share);
    }

    /**
     * The same of the feature with that place in the catalogue.
     *
     * @throws IndexOutOfBoundsException when the index is out of range
     */
    public static String code(int feature, double share) {
        if (share > 0) {
            return RAISES.get(feature);
        }
        return share < 0
                ? LOWERS.get(feature)
                : FeatureCatalogue.ALL.get(feature).name();
    }

    private static List<String> codes(String way) {
        return FeatureCatalogue.ALL.stream()
                .map(feature -> feature.name() + way)
                .toList();
    }
}
