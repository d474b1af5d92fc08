package io.allegiance.bench.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.allegiance.bench.simulation.Installation.Workers;
import java.util.List;
import org.junit.jupiter.api.Test;

class NightSimulationTest {

    private static final int CUSTOMERS = 400_000;

    /** A fifth of the time program alone, a tenth both at once, the rest the server alone. */
    private static final StepDemand SCORING = new StepDemand("scoreCustomers", 0.5, 10e-6, 3e-6, 8e-6, 600);

    private static final StepDemand THRESHOLDS = new StepDemand("setThresholds", 0.1, 2e-6, 2e-6, 1e-6, 260);
    private static final StepDemand AUDIT = new StepDemand("auditScores", 0.1, 1e-6, 0, 1e-6, 0);
    private static final List<StepDemand> NIGHT = List.of(THRESHOLDS, SCORING, AUDIT);

    @Test
    void oneThreadAloneTakesWhatWasMeasured() {
        SimulatedNight night = run(Installation.alone(2, 1), NIGHT);

        assertThat(night.seconds()).isCloseTo(0.7 + 13e-6 * CUSTOMERS, within(1e-6));
        assertThat(night.stepSeconds().get("scoreCustomers")).isCloseTo(0.5 + 10e-6 * CUSTOMERS, within(1e-6));
        assertThat(night.wireShare()).isZero();
    }

    @Test
    void whatOtherThreadsDoAsideOnlyTakesProcessors() {
        StepDemand wide = new StepDemand("writeReport", 0, 2e-6, 3e-6, 1e-6, 0);

        assertThat(run(Installation.alone(4, 1), List.of(wide)).seconds()).isCloseTo(2e-6 * CUSTOMERS, within(0.02));
        assertThat(run(Installation.alone(1, 1), List.of(wide)).seconds())
                .as("all of it on one processor, but for the last of the work on the side")
                .isBetween(3.5e-6 * CUSTOMERS, 4.1e-6 * CUSTOMERS);
    }

    @Test
    void moreThreadsThanProcessorsGainNothing() {
        double bound = 0.5 + 11e-6 / 2 * CUSTOMERS - 1e-9;

        assertThat(run(Installation.alone(2, 2), List.of(SCORING)).seconds()).isBetween(bound, 1.15 * bound);
        assertThat(run(Installation.alone(2, 8), List.of(SCORING)).seconds()).isBetween(bound, 1.05 * bound);
        assertThat(run(Installation.alone(1, 2), List.of(SCORING)).seconds())
                .isCloseTo(0.5 + 11e-6 * CUSTOMERS, within(0.1));
    }

    @Test
    void workersTakeTheProgramOffTheServersProcessorsAndNoMore() {
        Installation helped = Installation.withWorkers(2, 2, new Workers(4, 4, 0));

        SimulatedNight night = run(helped, List.of(SCORING));

        assertThat(night.seconds()).isGreaterThan(0.5 + 8e-6 / 2 * CUSTOMERS);
        assertThat(night.seconds())
                .isLessThan(run(Installation.alone(2, 2), List.of(SCORING)).seconds());
        assertThat(night.wireShare()).isBetween(0.001, 0.2);
        assertThat(night.serverShare()).isBetween(0.5, 1.0);
    }

    @Test
    void stepsOfOneThreadGainNothingByWorkers() {
        double alone = run(Installation.alone(2, 2), List.of(THRESHOLDS)).seconds();

        assertThat(run(Installation.withWorkers(2, 2, new Workers(4, 4, 0)), List.of(THRESHOLDS))
                        .seconds())
                .isCloseTo(alone, within(1e-9));
    }

    @Test
    void aNightEndsWhoeverDiesAndIsTheSameEachTime() {
        Workers mortal = new Workers(2, 2, 600);
        Installation helped = Installation.withWorkers(2, 2, mortal);

        SimulatedNight night = NightSimulation.run(helped, NIGHT, 50L * CUSTOMERS, 7);

        assertThat(night.deaths()).isGreaterThan(3);
        assertThat(night.seconds())
                .isGreaterThan(NightSimulation.run(
                                Installation.withWorkers(2, 2, new Workers(2, 2, 0)), NIGHT, 50L * CUSTOMERS, 7)
                        .seconds());
        assertThat(NightSimulation.run(helped, NIGHT, 50L * CUSTOMERS, 7)).isEqualTo(night);
    }

    @Test
    void shardsShareTheRowsAndWaitForOneAnother() {
        double one = run(Installation.alone(2, 2), NIGHT).seconds() - 0.7;
        double four = run(Installation.alone(2, 2).inShards(4), NIGHT).seconds() - 0.7;

        assertThat(four).isBetween(one / 4, one / 4 * 1.05 + 0.02);
    }

    @Test
    void demandsBelowZeroAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StepDemand("openDay", 0, -1, 0, 0, 0))
                .withMessageStartingWith("the demand of openDay must be 0 or more");
    }

    private static SimulatedNight run(Installation installation, List<StepDemand> steps) {
        return NightSimulation.run(installation, steps, CUSTOMERS, 1);
    }
}
