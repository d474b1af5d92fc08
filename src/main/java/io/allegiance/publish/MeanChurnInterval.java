package io.allegiance.publish;

import java.math.BigDecimal;

/**
 * The interval in which the observed churn of a publication's customers is expected, with a probability of at least 0.8: in
 * [0, 1], both ends included.
 *
 * @param low its lower end
 * @param high its upper end, not below the lower
 */
public record MeanChurnInterval(BigDecimal low, BigDecimal high) {

    public MeanChurnInterval {
        if (low.signum() < 0 || low.compareTo(high) > 0 || high.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException(
                    "an interval of the mean churn must be in 0 <= low <= high <= 1; was " + low + " to " + high);
        }
    }

    /** Returns whether a share is in it. */
    public boolean contains(BigDecimal share) {
        return low.compareTo(share) <= 0 && share.compareTo(high) <= 0;
    }
}
