package io.allegiance.scoring;

import io.allegiance.churn.FeatureShare;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The coded drivers of a churn probability, strongest first; null from where on there are no more. */
public record ChurnReasons(
        @Nullable String first,
        @Nullable String second,
        @Nullable String third) {

    /** A model that gives no reasons. */
    public static final ChurnReasons NONE = new ChurnReasons(null, null, null);

    private static final Comparator<FeatureShare> STRONGEST_FIRST = Comparator.comparingDouble(FeatureShare::strength)
            .reversed()
            .thenComparing(share -> share.feature().name());

    public ChurnReasons {
        if ((first == null && second != null) || (second == null && third != null)) {
            throw new IllegalArgumentException("reasons stand from the first on, without gaps");
        }
    }

    /** The codes of the three features with the largest shares, whether they raise or lower; a share of 0 is no reason. */
    public static ChurnReasons of(List<FeatureShare> shares) {
        FeatureShare first = null;
        FeatureShare second = null;
        FeatureShare third = null;
        for (FeatureShare share : shares) {
            if (!(share.strength() > 0)) {
                continue;
            } else if (comesBefore(share, first)) {
                third = second;
                second = first;
                first = share;
            } else if (comesBefore(share, second)) {
                third = second;
                second = share;
            } else if (comesBefore(share, third)) {
                third = share;
            }
        }
        return new ChurnReasons(code(first), code(second), code(third));
    }

    private static boolean comesBefore(FeatureShare share, @Nullable FeatureShare other) {
        return other == null || STRONGEST_FIRST.compare(share, other) < 0;
    }

    private static @Nullable String code(@Nullable FeatureShare share) {
        return share == null ? null : share.code();
    }

    /** Shares in the order of their strength, equals in that of their names. */
    public static List<FeatureShare> strongestFirst(List<FeatureShare> shares) {
        return shares.stream().sorted(STRONGEST_FIRST).toList();
    }
}
