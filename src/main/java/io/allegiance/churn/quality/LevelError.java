package io.allegiance.churn.quality;

import java.util.OptionalDouble;
import org.hipparchus.util.FastMath;

/** How far the level of churn probabilities was off, apart from how they rank customers. */
public final class LevelError {

    private LevelError() {}

    /**
     * logit(observed) - logit(predicted), in logits, with logit(p) = ln(p / (1 - p)): above 0 where more customers churned than
     * predicted. Empty where either share is 0 or 1, or not in [0, 1].
     *
     * @param predicted the mean of the churn probabilities
     * @param observed the share of customers who churned
     */
    public static OptionalDouble find(double predicted, double observed) {
        return isInside(predicted) && isInside(observed)
                ? OptionalDouble.of(logit(observed) - logit(predicted))
                : OptionalDouble.empty();
    }

    private static boolean isInside(double share) {
        return share > 0 && share < 1;
    }

    private static double logit(double share) {
        return FastMath.log(share) - FastMath.log1p(-share);
    }
}
