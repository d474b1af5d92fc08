package io.allegiance.scoring;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Customers by churn band, and whether fixed edges tell them apart. */
public record BandCounts(long low, long medium, long high) {

    /** What to write instead of edges that do not tell customers apart. */
    public static final String ADVICE =
            "write shares in jobs/nightly.yaml: churn-bands: {medium: top 60 %, high: top 20 %}";

    private static final int MOST_TENTHS = 9;

    /** The customers of both. */
    public BandCounts plus(BandCounts other) {
        return new BandCounts(low + other.low, medium + other.medium, high + other.high);
    }

    /** The customers of all bands. */
    public long all() {
        return low + medium + high;
    }

    /** The customers of a band. */
    public long of(ChurnBand band) {
        return switch (band) {
            case LOW -> low;
            case MEDIUM -> medium;
            case HIGH -> high;
        };
    }

    /** Finds the band that holds more than 90 % of the customers. */
    public Optional<ChurnBand> findCrowded() {
        return List.of(ChurnBand.values()).stream()
                .filter(band -> of(band) * 10 > all() * MOST_TENTHS)
                .findFirst();
    }

    /**
     * Finds the sentence that says which band holds more than 90 % of the customers, with the figure.
     *
     * @param limits where the bands begin; nothing is said where both are shares, which follow the customers already
     */
    public Optional<String> findCrowding(ChurnBandLimits limits) {
        return limits.areShares() ? Optional.empty() : findCrowded().map(band -> crowding(band, limits));
    }

    private String crowding(ChurnBand band, ChurnBandLimits limits) {
        return String.format(
                Locale.ROOT,
                "%,d of %,d customers (%s %%) are in the churn band %s, so its edges (%s) hardly tell customers apart",
                of(band),
                all(),
                percent(band),
                band,
                limits.text());
    }

    /** Rounded down to a tenth of a percent, so that 100.0 is all of them. */
    private String percent(ChurnBand band) {
        long tenths = of(band) * 1_000 / all();
        return tenths / 10 + "." + tenths % 10;
    }
}
