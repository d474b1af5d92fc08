package io.allegiance.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChurnLevelTest {

    private static final double TINY = 1e-15;

    /** H = 60, w = 1/2: φ = (0.105 + ½ (0.4·0.3 - 0.2·0.1)) / (0.3 + ½ (0.16 + 0.04)) = 0.155 / 0.4. */
    @Test
    void phiIsTheSlopeOfTheErrorsOnThoseOfThe30DaysBefore() {
        List<ChurnLevel.Past> past = List.of(past(0.3, 0.4, null), past(0.1, -0.2, null), past(0.5, null, null));
        ChurnLevel level = ChurnLevel.of(60, past, 0.2, null);
        assertThat(level.phi()).isCloseTo(0.3875, within(TINY));
        assertThat(level.psi()).isZero();
        assertThat(level.delta()).isCloseTo(0.3875 * 0.2, within(TINY));
        double squares = sq(0.3 - 0.3875 * 0.4) + sq(0.1 + 0.3875 * 0.2) + sq(0.5);
        assertThat(level.error()).isCloseTo(Math.sqrt((0.08 + squares / 2) / (2 + 1.5)), within(TINY));
        assertThat(level.past()).isEqualTo(past);
        assertThat(level.horizonDays()).isEqualTo(60);
    }

    /** H = 30, w = 1, six pairs of s = 0.5 and e = 0.4: ψ = 6 · 0.2 / (0.05 + 6 · 0.25), φ = 0.105 / 0.3 without any n. */
    @Test
    void psiIsTheSlopeOfTheErrorsOnThoseOfFormerYears() {
        List<ChurnLevel.Past> past = pairs(6, 0.5, 0.4);
        double psi = 1.2 / 1.55;
        ChurnLevel level = ChurnLevel.of(30, past, 0.1, -0.6);
        assertThat(level.psi()).isCloseTo(psi, within(TINY));
        assertThat(level.phi()).isCloseTo(0.35, within(TINY));
        assertThat(level.delta()).isCloseTo(psi * -0.6 + (1 - psi) * 0.35 * 0.1, within(TINY));
        assertThat(level.error()).isCloseTo(Math.sqrt((0.08 + 6 * sq(0.4 - psi * 0.5)) / (2 + 6)), within(TINY));
    }

    @Test
    void fewerThanSixPairsSayNothingOfTheSeason() {
        assertThat(ChurnLevel.of(30, pairs(5, 0.5, 0.4), null, -0.6).psi()).isZero();
        assertThat(ChurnLevel.of(30, pairs(5, 0.5, 0.4), null, -0.6).delta()).isZero();
        List<ChurnLevel.Past> fiveOfMany = new ArrayList<>(pairs(5, 0.5, 0.4));
        fiveOfMany.add(past(0.4, 0.1, null));
        assertThat(ChurnLevel.of(30, fiveOfMany, null, -0.6).psi()).isZero();
    }

    @Test
    void bothSlopesStayWithinTheirLimits() {
        assertThat(ChurnLevel.of(30, List.of(past(9, 1.0, null)), 1.0, null).phi())
                .isEqualTo(0.75);
        assertThat(ChurnLevel.of(30, List.of(past(-9, 1.0, null)), 1.0, null).phi())
                .isZero();
        assertThat(ChurnLevel.of(30, pairs(6, 0.5, 2), null, 0.3).psi()).isEqualTo(1);
        assertThat(ChurnLevel.of(30, pairs(6, 0.5, 2), 0.7, 0.3).delta()).isEqualTo(0.3);
        assertThat(ChurnLevel.of(30, pairs(6, 0.5, -2), null, 0.3).psi()).isZero();
    }

    @Test
    void withoutAPastTheLevelIsThePurchaseModelsWithItsUsualError() {
        ChurnLevel none = ChurnLevel.of(90, List.of(), null, null);
        assertThat(none.delta()).isZero();
        assertThat(none.phi()).isCloseTo(0.35, within(TINY));
        assertThat(none.error()).isCloseTo(0.2, within(TINY));
        assertThat(ChurnLevel.of(90, List.of(), 0.4, null).delta()).isCloseTo(0.14, within(TINY));
    }

    @Test
    void whereTheDateHasNoFormerYearThe30DaysBeforeAloneCount() {
        ChurnLevel level = ChurnLevel.of(30, pairs(6, 0.5, 0.4), 0.1, null);
        assertThat(level.psi()).isPositive();
        assertThat(level.delta()).isCloseTo(0.035, within(TINY));
    }

    private static List<ChurnLevel.Past> pairs(int count, double seasonal, double error) {
        List<ChurnLevel.Past> past = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            past.add(past(error, null, seasonal));
        }
        return past;
    }

    private static ChurnLevel.Past past(double error, @Nullable Double recent, @Nullable Double seasonal) {
        return new ChurnLevel.Past(LocalDate.of(2025, 1, 1), error, recent, seasonal);
    }

    private static double sq(double x) {
        return x * x;
    }
}
