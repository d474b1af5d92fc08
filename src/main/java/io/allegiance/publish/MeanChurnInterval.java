package io.allegiance.publish;

import io.allegiance.churn.ChurnLevel;
import io.allegiance.churn.Logit;
import io.allegiance.decimal.FixedPoint;
import java.math.BigDecimal;
import java.math.RoundingMode;

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

    /**
     * The interval around a mean, in logits: logit(mean) ± 1.28 standard errors, both ends rounded half to even to six digits.
     *
     * @param mean of the churn probabilities, in [0, 1]; 0 and 1 have no width
     * @param error the standard error in logits
     */
    public static MeanChurnInterval of(BigDecimal mean, double error) {
        if (mean.signum() == 0 || mean.compareTo(BigDecimal.ONE) == 0) {
            return new MeanChurnInterval(mean, mean);
        }
        return new MeanChurnInterval(
                toSixDigits(Logit.shifted(mean.doubleValue(), -ChurnLevel.NORMAL_80 * error)),
                toSixDigits(Logit.shifted(mean.doubleValue(), ChurnLevel.NORMAL_80 * error)));
    }

    private static BigDecimal toSixDigits(double probability) {
        return new BigDecimal(probability).setScale(FixedPoint.PROBABILITY, RoundingMode.HALF_EVEN);
    }

    /** Returns whether a share is in it. */
    public boolean contains(BigDecimal share) {
        return low.compareTo(share) <= 0 && share.compareTo(high) <= 0;
    }
}
