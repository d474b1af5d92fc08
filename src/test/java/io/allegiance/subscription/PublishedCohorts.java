package io.allegiance.subscription;

import java.util.stream.IntStream;

/** The two cohorts of Fader and Hardie (2007), of 1,000 subscribers each: survivors in percent, years 0 to 7. */
final class PublishedCohorts {

    private static final double[] REGULAR = {100, 63.1, 46.8, 38.2, 32.6, 28.9, 26.2, 24.1};
    private static final double[] HIGH_END = {100, 86.9, 74.3, 65.3, 59.3, 55.1, 51.7, 49.1};

    private PublishedCohorts() {}

    static RenewalCounts regular(int years) {
        return cohort(REGULAR, years);
    }

    static RenewalCounts highEnd(int years) {
        return cohort(HIGH_END, years);
    }

    private static RenewalCounts cohort(double[] percent, int years) {
        return RenewalCounts.ofSurvivors(IntStream.rangeClosed(0, years)
                .mapToLong(year -> Math.round(10 * percent[year]))
                .toArray());
    }
}
