package io.allegiance.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.allegiance.btyd.LogLikelihood;
import java.util.SplittableRandom;
import org.hipparchus.special.Beta;
import org.junit.jupiter.api.Test;

class RenewalModelTest {

    @Test
    void survivalIsTheRatioOfBetaFunctions() {
        Sbg sbg = new Sbg(0.668, 3.806);
        Bdw bdw = new Bdw(0.214, 1.427, 1.724);
        for (int t = 0; t < 40; t++) {
            assertThat(sbg.logSurvival(t)).isCloseTo(logBeta(0.668, 3.806 + t) - logBeta(0.668, 3.806), within(1e-12));
            assertThat(bdw.logSurvival(t))
                    .isCloseTo(logBeta(0.214, 1.427 + Math.pow(t, 1.724)) - logBeta(0.214, 1.427), within(1e-12));
        }
        assertThat(sbg.survival(0)).isEqualTo(1);
        assertThat(bdw.survival(0)).isEqualTo(1);
    }

    @Test
    void withoutDurationTheBdwIsTheSbg() {
        Sbg sbg = new Sbg(1.3, 7.8);
        Bdw bdw = new Bdw(1.3, 7.8, 1);
        for (int t = 0; t < 60; t += 3) {
            assertThat(bdw.survival(t)).isCloseTo(sbg.survival(t), within(1e-12));
            assertThat(bdw.cancellationWithin(t, 2)).isCloseTo(sbg.cancellationWithin(t, 2), within(1e-12));
        }
        assertThat(bdw.logLikelihood(PublishedCohorts.highEnd(7)))
                .isCloseTo(sbg.logLikelihood(PublishedCohorts.highEnd(7)), within(1e-8));
    }

    @Test
    void cancellationIsWhatSurvivalLoses() {
        RenewalModel model = new Sbg(0.7, 1.2);

        assertThat(model.cancellationWithin(0, 1)).isCloseTo(0.7 / 1.9, within(1e-12));
        assertThat(model.cancellationWithin(4, 3)).isCloseTo(1 - model.survival(7) / model.survival(4), within(1e-12));
        assertThat(model.cancellationWithin(4, 0)).isZero();
        assertThat(model.cancellationWithin(9, 1))
                .as("who stayed long stays longer")
                .isLessThan(model.cancellationWithin(1, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.cancellationWithin(-1, 1))
                .withMessage("numbers of renewals must be 0 or more; were -1 and 1");
    }

    @Test
    void gradientsAreThoseOfTheValue() {
        SplittableRandom random = new SplittableRandom(28);
        for (int trial = 0; trial < 50; trial++) {
            RenewalCounts counts = RenewalCounts.of(
                    random.longs(6, 0, 40).toArray(), random.longs(7, 0, 40).toArray());
            double[] logs = random.doubles(3, -2, 2).toArray();
            assertGradient(new SbgLikelihood(counts), new double[] {logs[0], logs[1]});
            assertGradient(new BdwLikelihood(counts), logs);
        }
    }

    private static void assertGradient(LogLikelihood likelihood, double[] logs) {
        double[] gradient = new double[logs.length];
        double value = likelihood.valueAndGradient(logs, gradient);
        for (int i = 0; i < logs.length; i++) {
            double numeric = (8 * (at(likelihood, logs, i, 1e-3) - at(likelihood, logs, i, -1e-3))
                            - (at(likelihood, logs, i, 2e-3) - at(likelihood, logs, i, -2e-3)))
                    / 12e-3;
            assertThat(gradient[i])
                    .as("%s by its parameter %d", likelihood.getClass().getSimpleName(), i)
                    .isCloseTo(numeric, within(1e-6 * (1 + Math.abs(value))));
        }
    }

    private static double at(LogLikelihood likelihood, double[] logs, int parameter, double step) {
        double[] moved = logs.clone();
        moved[parameter] += step;
        return likelihood.valueAndGradient(moved, new double[moved.length]);
    }

    private static double logBeta(double a, double b) {
        return Beta.logBeta(a, b);
    }
}
