package io.allegiance.churn;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What a feature adds to a customer's logit against the average customer.
 *
 * @param feature which
 * @param share above 0 where it raises the churn probability, below 0 where it lowers it
 */
public record FeatureShare(Feature feature, double share) {

    /** The codes of the catalogue's features, in its order: made once, because every score has three. */
    private static final List<String> RAISES = codes("+");

    private static final List<String> LOWERS = codes("-");

    /** The shares of {@link ChurnModel#shares}, each with its feature. */
    public static List<FeatureShare> of(double[] shares) {
        return IntStream.range(0, shares.length)
                .mapToObj(feature -> new FeatureShare(FeatureCatalogue.ALL.get(feature), shares[feature]))
                .toList();
    }

    /** The reason code: the feature's name, then + where it raises the churn probability, - where it lowers it. */
    public String code() {
        return code(FeatureCatalogue.ALL.indexOf(feature), share);
    }

    /**
     * The same of the feature with that place in the catalogue.
     *
     * @throws IndexOutOfBoundsException when there is none
     */
    public static String code(int feature, double share) {
        if (share == 0) {
            return FeatureCatalogue.ALL.get(feature).name();
        }
        return (share > 0 ? RAISES : LOWERS).get(feature);
    }

    private static List<String> codes(String way) {
        return FeatureCatalogue.ALL.stream()
                .map(feature -> feature.name() + way)
                .toList();
    }
}
