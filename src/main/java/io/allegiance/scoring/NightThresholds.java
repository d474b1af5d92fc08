package io.allegiance.scoring;

import io.allegiance.decimal.FixedPoint;
import io.allegiance.loyalty.LoyaltyNorms;
import io.allegiance.rfm.RfmThresholds;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The thresholds that a night computes from all customers and freezes before it scores any of them.
 *
 * @param rfm the cuts of the RFM scores
 * @param churnLevel the constant that is added to every logit of the churn ranking
 * @param loyalty what the dimensions of loyalty hold customers against
 * @param historyStart the day by which one customer in a hundred had bought for the first time; null without customers, and
 *     in what earlier versions of the program froze
 * @param bands the edges between the churn bands; null in what earlier versions froze, where those of the configuration hold
 * @param furtherLevels the same constant as the churn level for each further horizon of the model, by its days
 */
public record NightThresholds(
        RfmThresholds rfm,
        double churnLevel,
        LoyaltyNorms loyalty,
        @Nullable LocalDate historyStart,
        @Nullable ChurnBands bands,
        SortedMap<Integer, Double> furtherLevels) {

    private static final String CHURN_LEVEL = "churn_level";
    private static final String FURTHER_LEVEL = CHURN_LEVEL + "_";
    private static final String HISTORY_START = "history_start";
    private static final String BAND_MEDIUM = "churn_band_medium";
    private static final String BAND_HIGH = "churn_band_high";

    public NightThresholds {
        furtherLevels = Collections.unmodifiableSortedMap(new TreeMap<>(furtherLevels));
    }

    /** Thresholds of a model without further horizons. */
    public NightThresholds(
            RfmThresholds rfm,
            double churnLevel,
            LoyaltyNorms loyalty,
            @Nullable LocalDate historyStart,
            @Nullable ChurnBands bands) {
        this(rfm, churnLevel, loyalty, historyStart, bands, Collections.emptySortedMap());
    }

    /** Restores what {@link #toMap} gave. */
    public static NightThresholds of(Map<String, String> stored) {
        return new NightThresholds(
                RfmThresholds.of(stored),
                Double.parseDouble(stored.getOrDefault(CHURN_LEVEL, "0")),
                LoyaltyNorms.of(stored),
                stored.containsKey(HISTORY_START) ? LocalDate.parse(stored.get(HISTORY_START)) : null,
                stored.containsKey(BAND_MEDIUM)
                        ? new ChurnBands(units(stored, BAND_MEDIUM), units(stored, BAND_HIGH))
                        : null,
                furtherLevels(stored));
    }

    private static SortedMap<Integer, Double> furtherLevels(Map<String, String> stored) {
        SortedMap<Integer, Double> levels = new TreeMap<>();
        stored.forEach((name, value) -> {
            if (name.startsWith(FURTHER_LEVEL)) {
                levels.put(Integer.valueOf(name.substring(FURTHER_LEVEL.length())), Double.valueOf(value));
            }
        });
        return levels;
    }

    /**
     * The constant that is added to every logit of a further horizon's ranking.
     *
     * @throws IllegalArgumentException when the night froze none for that horizon
     */
    public double furtherLevel(int horizonDays) {
        Double level = furtherLevels.get(horizonDays);
        if (level == null) {
            throw new IllegalArgumentException("the night froze no churn level over " + horizonDays
                    + " days, only over " + furtherLevels.keySet());
        }
        return level;
    }

    /** The same with edges between the churn bands. */
    public NightThresholds with(ChurnBands edges) {
        return new NightThresholds(rfm, churnLevel, loyalty, historyStart, edges, furtherLevels);
    }

    /**
     * Whole days from the beginning of the history to the score date; 0 where it is not known. Only rules that an earlier
     * version froze are used then, and they do not ask for it.
     */
    public int historyDays(LocalDate scoreDate) {
        return historyStart == null ? 0 : Math.toIntExact(scoreDate.toEpochDay() - historyStart.toEpochDay());
    }

    /** The thresholds by name. */
    public Map<String, String> toMap() {
        Map<String, String> values = new LinkedHashMap<>(rfm.toMap());
        values.put(CHURN_LEVEL, Double.toString(churnLevel));
        values.putAll(loyalty.toMap());
        if (historyStart != null) {
            values.put(HISTORY_START, historyStart.toString());
        }
        if (bands != null) {
            values.put(BAND_MEDIUM, decimal(bands.medium()));
            values.put(BAND_HIGH, decimal(bands.high()));
        }
        furtherLevels.forEach((days, level) -> values.put(FURTHER_LEVEL + days, Double.toString(level)));
        return values;
    }

    private static String decimal(long millionths) {
        return FixedPoint.decimal(millionths, FixedPoint.PROBABILITY).toPlainString();
    }

    private static long units(Map<String, String> stored, String name) {
        return FixedPoint.of(new BigDecimal(Objects.requireNonNull(stored.get(name), name)), FixedPoint.PROBABILITY);
    }
}
