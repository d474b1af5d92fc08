package io.allegiance.report;

import io.allegiance.report.figure.ExactMean;
import java.util.Arrays;
import java.util.List;

/** How values of 0 to a most lie: counted by tenths of it, with their exact mean. */
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
