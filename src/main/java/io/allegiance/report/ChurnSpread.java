package io.allegiance.report;

import io.allegiance.decimal.FixedPoint;
import io.allegiance.publish.MeanChurnInterval;
import io.allegiance.report.figure.CustomerRow;
import io.allegiance.report.figure.Ratio;
import io.allegiance.scoring.BandCounts;
import io.allegiance.scoring.ChurnBand;
import io.allegiance.scoring.ChurnBandLimits;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The distribution of the churn probabilities of a night. */
final class ChurnSpread {

    private static final long ONE = 1_000_000;

    private final EqualWidthBins tenths = new EqualWidthBins(ONE);
    private final Map<ChurnBand, Long> bands = new EnumMap<>(ChurnBand.class);

    void addCustomer(CustomerRow row) {
        if (row.score().churn() != null) {
            tenths.addValue(row.score().churn());
        }
        if (row.score().churnBand() != null) {
            bands.merge(ChurnBand.valueOf(row.score().churnBand()), 1L, Long::sum);
        }
    }

    long scored() {
        return tenths.mean().count();
    }

    @Nullable
    BigDecimal mean() {
        return tenths.mean().of(FixedPoint.PROBABILITY, Ratio.SHARE);
    }

    /**
     * @param limits where the bands begin, as the night froze it
     * @param interval of the mean churn; null without one
     */
    RunReport.Churn figures(ChurnBandLimits limits, @Nullable MeanChurnInterval interval) {
        BandCounts counts =
                new BandCounts(customers(ChurnBand.LOW), customers(ChurnBand.MEDIUM), customers(ChurnBand.HIGH));
        return new RunReport.Churn(
                Arrays.stream(ChurnBand.values())
                        .map(band -> new RunReport.Band(band.name(), counts.of(band)))
                        .toList(),
                tenths.counts(),
                counts.findCrowding(limits)
                        .map(crowding -> crowding + "; " + BandCounts.ADVICE)
                        .orElse(null),
                interval);
    }

    private long customers(ChurnBand band) {
        return bands.getOrDefault(band, 0L);
    }
}
