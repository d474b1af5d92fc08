package io.allegiance.scoring;

import org.jspecify.annotations.Nullable;

/** The coded drivers of a churn probability, strongest first; null from where on there are no more. */
public record ChurnReasons(
        @Nullable String first,
        @Nullable String second,
        @Nullable String third) {

    /** A model that gives no reasons. */
    public static final ChurnReasons NONE = new ChurnReasons(null, null, null);

    public ChurnReasons {
        if ((first == null && second != null) || (second == null && third != null)) {
            throw new IllegalArgumentException("reasons stand from the first on, without gaps");
        }
    }
}
