package io.allegiance.report;

import io.allegiance.report.figure.ExactMean;
import java.util.Arrays;
import java.util.List;

/** The distribution of values from 0 to a maximum: counts in ten bins of equal width, with the exact mean. */
final class EqualWidthBins {

    private static final int TENTHS = 10;

    private final long most;
    private final long[] counts = new long[TENTHS];
    private final ExactMean mean = new ExactMean();

    /** @param most the greatest value, which the last tenth holds as well */
    EqualWidthBins(long most) {
        this.most = most;
    }

    void addValue(long value) {
        counts[(int) Math.min(TENTHS - 1, value * TENTHS / most)]++;
        mean.addValue(value);
    }

    List<Long> counts() {
        return Arrays.stream(counts).boxed().toList();
    }

    ExactMean mean() {
        return mean;
    }
}
