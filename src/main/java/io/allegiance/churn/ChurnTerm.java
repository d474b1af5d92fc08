package io.allegiance.churn;

/**
 * One term of the ranking: a feature's value on its scale, clipped to the range that all but the extremes of the training rows
 * had, standardised, times a coefficient.
 *
 * @param feature the feature's name
 * @param low a low quantile of the training rows: 0.1 %, or 1 % in a model of an earlier version, on the feature's scale
 * @param high the same from above
 * @param mean of the clipped values
 * @param deviation their standard deviation; 0 where all were equal, and the term is then 0
 * @param coefficient of the standardised value
 */
public record ChurnTerm(String feature, double low, double high, double mean, double deviation, double coefficient) {

    /** The value clipped and standardised: 0 for the average customer, and where it is missing (NaN). */
    double standardised(double scaled) {
        if (Double.isNaN(scaled) || deviation == 0) {
            return 0;
        }
        return (clipped(scaled) - mean) / deviation;
    }

    double clipped(double scaled) {
        return scaled < low ? low : scaled > high ? high : scaled;
    }

    /** The contribution of the term to the logit for this value, relative to the average customer. */
    double share(double scaled) {
        return coefficient * standardised(scaled);
    }

    ChurnTerm withCoefficient(double fitted) {
        return new ChurnTerm(feature, low, high, mean, deviation, fitted);
    }
}
