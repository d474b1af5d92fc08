package io.allegiance.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.btyd.LogLikelihood;
import java.util.Arrays;
import java.util.stream.Stream;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.random.RandomDataGenerator;
import org.hipparchus.random.Well19937c;
import org.junit.jupiter.api.Test;

/**
 * Subscribers are drawn from a known model, joined over time so that they are censored after different numbers of renewals, and the model
 * is found again: the logarithm of each parameter within three standard errors of the true one, by the observed information.
 */
class SimulatedRenewalsTest {

    private static final int SEEDS = 20;
    private static final int SUBSCRIBERS = 20_000;
    private static final int RENEWALS = 12;
    private static final double SHARE = 0.98;

    private int within;
    private int all;

    @Test
    void parametersOfTheSbgAreFoundAgain() {
        Sbg truth = new Sbg(0.8, 3.5);
        for (int seed = 0; seed < SEEDS; seed++) {
            RenewalCounts counts = simulate(0.8, 3.5, 1, seed);
            count(
                    new SbgLikelihood(counts),
                    truth.parameters().values().stream(),
                    Sbg.fit(counts).get());
        }
        assertThat((double) within / all).isGreaterThanOrEqualTo(SHARE);
    }

    @Test
    void parametersOfTheBdwAreFoundAgain() {
        Bdw truth = new Bdw(0.5, 2, 1.5);
        int chosen = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            RenewalCounts counts = simulate(0.5, 2, 1.5, 100 + seed);
            RenewalFit fit = RenewalFit.of(counts);
            count(
                    new BdwLikelihood(counts),
                    truth.parameters().values().stream(),
                    fit.bdw().get());
            chosen += fit.findModel().orElseThrow() instanceof Bdw ? 1 : 0;
        }
        assertThat((double) within / all).isGreaterThanOrEqualTo(SHARE);
        assertThat(chosen).as("c is found to count").isEqualTo(SEEDS);
    }

    private void count(LogLikelihood likelihood, Stream<Double> truth, RenewalModel found) {
        double[] logs =
                found.parameters().values().stream().mapToDouble(Math::log).toArray();
        double[] expected = truth.mapToDouble(Math::log).toArray();
        RealMatrix covariance = MatrixUtils.inverse(information(likelihood, logs));
        for (int i = 0; i < logs.length; i++) {
            all++;
            within += Math.abs(logs[i] - expected[i]) <= 3 * Math.sqrt(covariance.getEntry(i, i)) ? 1 : 0;
        }
    }

    /** The negative second derivatives of the log-likelihood, by differences of its gradient. */
    private static RealMatrix information(LogLikelihood likelihood, double[] logs) {
        int n = logs.length;
        RealMatrix information = new Array2DRowRealMatrix(n, n);
        for (int i = 0; i < n; i++) {
            double[] up = gradient(likelihood, logs, i, 1e-4);
            double[] down = gradient(likelihood, logs, i, -1e-4);
            for (int j = 0; j < n; j++) {
                information.setEntry(i, j, -(up[j] - down[j]) / 2e-4);
            }
        }
        return information;
    }

    private static double[] gradient(LogLikelihood likelihood, double[] logs, int parameter, double step) {
        double[] moved = logs.clone();
        moved[parameter] += step;
        double[] gradient = new double[logs.length];
        likelihood.valueAndGradient(moved, gradient);
        return gradient;
    }

    /** Each has come to 1 to 12 renewals by now, unless it was cancelled at one of them. */
    private static RenewalCounts simulate(double alpha, double beta, double c, int seed) {
        RandomDataGenerator random = RandomDataGenerator.of(new Well19937c(seed));
        long[] cancelled = new long[RENEWALS];
        long[] active = new long[RENEWALS + 1];
        for (int i = 0; i < SUBSCRIBERS; i++) {
            double cancels = random.nextGamma(alpha, 1);
            double theta = cancels / (cancels + random.nextGamma(beta, 1));
            double steps = Math.log(1 - random.nextDouble()) / Math.log1p(-theta);
            double renewal = Math.max(1, Math.ceil(Math.pow(steps, 1 / c)));
            int seen = 1 + random.nextInt(0, RENEWALS - 1);
            if (renewal <= seen) {
                cancelled[(int) renewal - 1]++;
            } else {
                active[seen]++;
            }
        }
        assertThat(Arrays.stream(cancelled).sum()).isGreaterThan(SUBSCRIBERS / 10);
        return RenewalCounts.of(cancelled, active);
    }
}
