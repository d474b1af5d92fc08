package io.allegiance.scoring;

import io.allegiance.churn.FeatureCatalogue;
import io.allegiance.churn.FeatureShare;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The coded drivers of a churn probability, strongest first; null after the last one. */
public record ChurnReasons(
        @Nullable String first,
        @Nullable String second,
        @Nullable String third) {

    /** A model that gives no reasons. */
    public static final ChurnReasons NONE = new ChurnReasons(null, null, null);

    private static final int NO_FEATURE = -1;

    public ChurnReasons {
        if ((first == null && second != null) || (second == null && third != null)) {
            throw new IllegalArgumentException("reasons must be filled from the first on, without gaps");
        }
    }

    /**
     * The codes of the three features with the largest shares, whether they raise or lower; ties are in the order of
     * their names, and a share of 0 is not a reason.
     *
     * @param shares in the order of the catalogue
     */
    public static ChurnReasons of(double[] shares) {
        int first = NO_FEATURE;
        int second = NO_FEATURE;
        int third = NO_FEATURE;
        for (int feature = 0; feature < shares.length; feature++) {
            if (!(Math.abs(shares[feature]) > 0) || !comesBefore(feature, third, shares)) {
                continue;
            } else if (!comesBefore(feature, second, shares)) {
                third = feature;
            } else if (!comesBefore(feature, first, shares)) {
                third = second;
                second = feature;
            } else {
                third = second;
                second = first;
                first = feature;
            }
        }
        return new ChurnReasons(code(first, shares), code(second, shares), code(third, shares));
    }

    private static boolean comesBefore(int feature, int other, double[] shares) {
        return other == NO_FEATURE || compare(feature, other, shares) < 0;
    }

    /** The stronger first, equals in the order of their names. */
    private static int compare(int feature, int other, double[] shares) {
        int byStrength = Double.compare(Math.abs(shares[other]), Math.abs(shares[feature]));
        return byStrength == 0 ? name(feature).compareTo(name(other)) : byStrength;
    }

    private static String name(int feature) {
        return FeatureCatalogue.ALL.get(feature).name();
    }

    private static @Nullable String code(int feature, double[] shares) {
        return feature == NO_FEATURE ? null : FeatureShare.code(feature, shares[feature]);
    }

    /**
     * Each share with its feature, in the order of their strength, equals in that of their names.
     *
     * @param shares in the order of the catalogue
     */
    public static List<FeatureShare> strongestFirst(double[] shares) {
        return IntStream.range(0, shares.length)
                .boxed()
                .sorted((feature, other) -> compare(feature, other, shares))
                .map(feature -> new FeatureShare(FeatureCatalogue.ALL.get(feature), shares[feature]))
                .toList();
    }
}
