package io.allegiance.report.figure;

import io.allegiance.decimal.ExactSum;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** A mean of whole units, kept as their exact sum and their number. */
public final class ExactMean {

    private final ExactSum sum = new ExactSum();
    private long count;

    /** Adds one value. */
    public void addValue(long units) {
        addValues(units, 1);
    }

    /** Adds the sum of several values. */
    public void addValues(long units, long values) {
        sum.addUnits(units);
        count += values;
    }

    /** Adds all of another mean. */
    public void addMean(ExactMean other) {
        sum.addUnits(other.total());
        count += other.count;
    }

    /** The number of values. */
    public long count() {
        return count;
    }

    /** The sum of their units. */
    public BigInteger total() {
        return sum.total();
    }

    /**
     * The mean.
     *
     * @param unitDigits how many digits after the point the units have: 4 for ten-thousandths
     * @param digits how many digits the mean is rounded to
     * @return null without values
     */
    public @Nullable BigDecimal of(int unitDigits, int digits) {
        return Ratio.of(new BigDecimal(total(), unitDigits), BigDecimal.valueOf(count), digits);
    }
}
