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
        List<String> codes = strongestFirst(shares).stream()
                .filter(share -> share.strength() > 0)
                .limit(3)
                .map(FeatureShare::code)
                .toList();
        return new ChurnReasons(at(codes, 0), at(codes, 1), at(codes, 2));
    }

    /** Shares in the order of their strength, equals in that of their names. */
    public static List<FeatureShare> strongestFirst(List<FeatureShare> shares) {
        return shares.stream().sorted(STRONGEST_FIRST).toList();
    }

    private static @Nullable String at(List<String> codes, int index) {
        return index < codes.size() ? codes.get(index) : null;
    }
}
