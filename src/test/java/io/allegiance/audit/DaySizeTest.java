package io.allegiance.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.settings.nightly.NightlySettings;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class DaySizeTest {

    private static final NightlySettings.GateSettings SETTINGS =
            new NightlySettings.GateSettings(0.1, 0.6, 10, 0.25, 0.15, NightlySettings.RejectSettings.USUAL);

    @Test
    void theUsualSizeIsTheMedian() {
        assertThat(new DaySize(1, List.of(40L, 10L, 30L)).usual()).isEqualTo(30);
        assertThat(new DaySize(1, List.of(40L, 10L, 25L, 30L)).usual()).isEqualTo(27.5);
        assertThat(new DaySize(1, List.of()).usual()).isZero();
    }

    @Test
    void aLargeDayIsOddBeyondBothLimits() {
        assertThat(isOdd(1_000, varying(10_000))).isFalse();
        assertThat(isOdd(999, varying(10_000))).isTrue();
        assertThat(isOdd(0, varying(10_000))).isTrue();
        assertThat(isOdd(100_000, usually(10_000))).isFalse();
        assertThat(isOdd(100_001, usually(10_000))).isTrue();
    }

    @Test
    void halfOfASteadyDayIsOdd() {
        assertThat(isOdd(6_000, usually(10_000))).isFalse();
        assertThat(isOdd(5_000, usually(10_000))).isTrue();
    }

    @Test
    void theMoreAWeekdayVariedTheSmallerItMayBe() {
        // Days between 1 / 1.25 and 1.25 times the usual size: from 1 / 1.25³ = 0.512 of it
        List<Long> within = List.of(8_000L, 10_000L, 10_000L, 12_500L);
        assertThat(isOdd(5_121, within)).isFalse();
        assertThat(isOdd(5_119, within)).isTrue();
    }

    @Test
    void aWeekdayThatWasOnceEmptyIsNotSteady() {
        assertThat(isOdd(1_001, List.of(0L, 10_000L, 10_000L, 10_000L, 10_000L)))
                .isFalse();
    }

    @Test
    void nothingIsOddBeforeFourSuchWeekdaysAreKnown() {
        assertThat(isOdd(0, Collections.nCopies(3, 10_000L))).isFalse();
        assertThat(isOdd(0, Collections.nCopies(4, 10_000L))).isTrue();
    }

    @Test
    void oneOddDayBeforeIsNotTheUsualSize() {
        assertThat(isOdd(9_000, List.of(10_000L, 11_000L, 0L, 9_500L, 10_500L))).isFalse();
        assertThat(isOdd(0, List.of(10_000L, 11_000L, 0L, 9_500L, 10_500L))).isTrue();
    }

    @Test
    void aSmallDayIsNotOddByChance() {
        assertThat(isOdd(1, usually(20))).isFalse();
        assertThat(isOdd(35, usually(3))).isFalse();
        assertThat(isOdd(60, usually(3))).isTrue();
    }

    @Test
    void emptyDayIsUnusualUnlessUsuallyEmpty() {
        assertThat(isOdd(0, usually(3))).isTrue();
        assertThat(isOdd(0, List.of(2L, 0L, 4L, 3L))).isFalse();
        assertThat(isOdd(0, List.of(2_000L, 0L, 4_000L, 3_000L))).isTrue();
    }

    @Test
    void aWeekdayOnWhichTheShopIsClosedHasNoUsualSize() {
        assertThat(isOdd(0, List.of(0L, 0L, 0L, 5_000L))).isFalse();
        assertThat(isOdd(5_000, List.of(0L, 0L, 0L, 0L, 0L))).isFalse();
    }

    private static List<Long> varying(long lines) {
        return List.of(lines / 3, lines, lines, lines * 3);
    }

    private static List<Long> usually(long lines) {
        return List.of(lines - 1, lines, lines, lines + 1);
    }

    private static boolean isOdd(long lines, List<Long> before) {
        return new DaySize(lines, before).isUnusual(SETTINGS);
    }
}
