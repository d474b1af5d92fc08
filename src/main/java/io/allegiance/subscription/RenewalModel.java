package io.allegiance.subscription;

import java.util.Map;
import org.hipparchus.util.FastMath;

/** How likely a subscription is to last, as a function of how often it was renewed. */
public sealed interface RenewalModel permits Sbg, Bdw {

    /** The model's name, such as {@code sBG}. */
    String name();

    /** The parameters under the paper's symbols, in the paper's order; unmodifiable. */
    Map<String, Double> parameters();

    /**
     * ln S(t), the logarithm of the probability that a new subscription is renewed t times or more, 0 or less.
     *
     * @param renewals t, 0 or more; 0 gives 0
     */
    double logSurvival(int renewals);

    /** S(t), the probability that a new subscription is renewed t times or more, 0..1. */
    default double survival(int renewals) {
        return FastMath.exp(logSurvival(renewals));
    }

    /**
     * P(cancelled within the next n renewals | renewed t times) = 1 - S(t + n) / S(t), 0..1.
     *
     * @param renewed t, 0 or more
     * @param next n, 0 or more; 0 gives 0
     * @throws IllegalArgumentException when one is below 0
     */
    default double cancellationWithin(int renewed, int next) {
        if (renewed < 0 || next < 0) {
            throw new IllegalArgumentException(
                    "numbers of renewals must be 0 or more; were %d and %d".formatted(renewed, next));
        }
        return -FastMath.expm1(logSurvival(renewed + next) - logSurvival(renewed));
    }
}
