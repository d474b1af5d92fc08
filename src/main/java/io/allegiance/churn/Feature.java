package io.allegiance.churn;

import io.allegiance.btyd.AccurateLogs;
import java.util.function.ToDoubleFunction;
import org.hipparchus.util.FastMath;

/**
 * One input of the churn ranking.
 *
 * @param name how documents and reason codes call it
 * @param unit of its value
 * @param formula what it is, in the words of the histories
 * @param missing when the value is missing
 * @param scale how it enters the ranking
 * @param value computes it; NaN where it is missing
 */
public record Feature(
        String name, String unit, String formula, String missing, Scale scale, ToDoubleFunction<CustomerAsOf> value) {

    /** How a value enters. */
    public enum Scale {
        /** As it is. */
        PLAIN,
        /** As ln(1 + value), for counts, durations and money. */
        LOGARITHM
    }

    /** The value on the scale on which it enters; NaN where it is missing. */
    double scaled(CustomerAsOf customer) {
        return scaled(value.applyAsDouble(customer));
    }

    double unscaled(double scaled) {
        return scale == Scale.PLAIN ? scaled : FastMath.expm1(scaled);
    }

    double scaled(double raw) {
        return scale == Scale.PLAIN ? raw : AccurateLogs.log1p(raw);
    }
}
