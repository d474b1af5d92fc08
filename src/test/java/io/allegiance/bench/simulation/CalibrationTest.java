package io.allegiance.bench.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    @Test
    void twoSizesGiveAFixedPartAndTheTimeOfARow() {
        List<StepDemand> demands = Calibration.of(List.of(
                night(1_000, 1, 3, 0.1), night(1_000, 1, 9, 0.1), night(1_000, 1, 3, 0.1), night(11_000, 1, 13, 1.1)));

        StepDemand step = demands.get(0);
        assertThat(step.name()).isEqualTo("scoreCustomers");
        assertThat(step.elapsed()).as("(13 - 3) / 10,000, of medians").isCloseTo(1e-3, within(1e-12));
        assertThat(step.fixed()).isCloseTo(2, within(1e-9));
        assertThat(step.program()).isCloseTo(1e-4, within(1e-12));
        assertThat(demands.get(1).fixed()).as("between the steps").isCloseTo(0.5, within(1e-9));
    }

    @Test
    void whatGrowsFasterThanTheShopHasNoFixedPart() {
        StepDemand step = Calibration.of(List.of(night(1_000, 1, 1, 0), night(10_000, 1, 20, 0)))
                .get(0);

        assertThat(step.fixed()).isZero();
        assertThat(step.elapsed()).isCloseTo(2e-3, within(1e-12));
    }

    @Test
    void nightsOfTwoPartitionsAreNotLookedAt() {
        List<MeasuredNight> alone = List.of(night(1_000, 1, 1, 0), night(10_000, 1, 9, 0));

        assertThat(Calibration.of(List.of(alone.get(0), alone.get(1), night(10_000, 2, 500, 0))))
                .isEqualTo(Calibration.of(alone));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Calibration.of(List.of(night(1_000, 2, 1, 0))))
                .withMessage("a simulation needs measured nights of one partition");
    }

    private static MeasuredNight night(int customers, int partitions, double seconds, double program) {
        return new MeasuredNight(
                customers,
                partitions,
                seconds + 0.5,
                List.of(new MeasuredNight.Step("scoreCustomers", seconds, program, program, 0)));
    }
}
