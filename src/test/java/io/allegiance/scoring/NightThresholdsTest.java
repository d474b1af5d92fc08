package io.allegiance.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.loyalty.LoyaltyNorms;
import io.allegiance.testing.RfmSamples;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class NightThresholdsTest {

    private static final LocalDate START = LocalDate.of(2025, 12, 1);

    private static final NightThresholds NIGHT = new NightThresholds(
            RfmSamples.thresholds(new int[] {1}, new int[] {1}, new long[] {1}),
            0.25,
            LoyaltyNorms.of(Map.of()),
            START,
            new ChurnBands(12, 345_678));

    @Test
    void areReadAsTheyWereFrozen() {
        Map<String, String> stored = NIGHT.toMap();
        assertThat(stored)
                .containsEntry("history_start", "2025-12-01")
                .containsEntry("churn_band_medium", "0.000012")
                .containsEntry("churn_band_high", "0.345678");
        NightThresholds read = NightThresholds.of(stored);
        assertThat(read.toMap()).isEqualTo(stored);
        assertThat(read.bands()).isEqualTo(NIGHT.bands());
        assertThat(read.historyDays(START.plusDays(14))).isEqualTo(14);
        assertThat(read.historyDays(START)).isZero();
    }

    @Test
    void levelsOfFurtherHorizonsAreReadAsTheyWereFrozen() {
        NightThresholds night = new NightThresholds(
                NIGHT.rfm(), 0.25, NIGHT.loyalty(), START, null, new TreeMap<>(Map.of(30, -0.5, 365, 1.25)));
        assertThat(night.toMap())
                .containsEntry("churn_level", "0.25")
                .containsEntry("churn_level_30", "-0.5")
                .containsEntry("churn_level_365", "1.25");
        NightThresholds read = NightThresholds.of(night.toMap());
        assertThat(read.toMap()).isEqualTo(night.toMap());
        assertThat(read.with(ChurnBands.DEFAULT).furtherLevel(365)).isEqualTo(1.25);
        assertThat(NIGHT.toMap().keySet()).noneMatch(name -> name.startsWith("churn_level_"));
    }

    @Test
    void whatAnEarlierVersionFrozeIsRead() {
        Map<String, String> stored = new HashMap<>(NIGHT.toMap());
        stored.keySet().removeAll(Set.of("history_start", "churn_band_medium", "churn_band_high"));
        NightThresholds read = NightThresholds.of(stored);
        assertThat(read.toMap()).isEqualTo(stored);
        assertThat(read.bands()).isNull();
        assertThat(read.historyStart()).isNull();
        assertThat(read.historyDays(START)).isZero();
    }
}
