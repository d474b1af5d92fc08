package io.allegiance.outcome;

import static io.allegiance.outcome.PastOutcomes.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CalibrationAlarmTest {

    @Test
    void twoOutsideAThirdOfTheHorizonApartAreAnAlarm() {
        assertThat(CalibrationAlarm.find(List.of(outcome(30, false), outcome(0, false))))
                .hasValueSatisfying(words -> assertThat(words)
                        .contains("twice running")
                        .contains(
                                "publication 1 of 2025-06-02 expected a mean churn of 0.500 to 0.600, and 0.700 was observed")
                        .contains("publication 31 of 2025-07-02 expected"));
    }

    @Test
    void closerOnesAreNoSecondObservation() {
        assertThat(CalibrationAlarm.find(List.of(outcome(29, false), outcome(0, false))))
                .isEmpty();
        assertThat(CalibrationAlarm.find(
                        List.of(outcome(35, false), outcome(28, false), outcome(21, false), outcome(0, false))))
                .isPresent();
    }

    @Test
    void oneInsideEndsTheSeries() {
        assertThat(CalibrationAlarm.find(List.of(outcome(35, true), outcome(0, false))))
                .isEmpty();
        assertThat(CalibrationAlarm.find(List.of(outcome(35, false), outcome(0, true))))
                .isEmpty();
        assertThat(CalibrationAlarm.find(List.of(outcome(35, false), outcome(7, true), outcome(0, false))))
                .isEmpty();
    }

    @Test
    void outcomesWithoutIntervalAreLeftOut() {
        assertThat(CalibrationAlarm.find(
                        List.of(outcome(42, null), outcome(35, false), outcome(7, null), outcome(0, false))))
                .isPresent();
        assertThat(CalibrationAlarm.find(List.of(outcome(35, null), outcome(0, null))))
                .isEmpty();
        assertThat(CalibrationAlarm.find(List.of())).isEmpty();
    }
}
