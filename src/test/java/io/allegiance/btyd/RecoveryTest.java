package io.allegiance.btyd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.hipparchus.random.RandomDataGenerator;
import org.junit.jupiter.api.Test;

/**
 * A model fitted to customers who behave as it says finds the parameters that they were made with. They buy seldom and
 * are watched for years, for days are whole: purchases of one day that become one would pass for a slower trade.
 */
class RecoveryTest {

    private static final int SEEDS = 20;
    private static final int CUSTOMERS = 3000;
    private static final double STANDARD_ERRORS = 3;
    private static final double SHARE_INSIDE = 0.98;

    private static final Map<PurchaseModelFamily, double[]> TRUTHS = Map.of(
            PurchaseModelFamily.MBG_NBD, new double[] {0.8, 60, 0.9, 2.2},
            PurchaseModelFamily.BG_NBD, new double[] {0.8, 60, 0.9, 2.2},
            PurchaseModelFamily.PARETO_NBD, new double[] {0.8, 60, 0.7, 90});

    @Test
    void nearlyAllParametersLieWithinThreeStandardErrorsOfTheTruth() {
        List<Double> distances = new ArrayList<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            for (PurchaseModelFamily family : PurchaseModelFamily.values()) {
                distances.addAll(distances(family, seed));
            }
            distances.addAll(distancesOfGammaGamma(seed));
        }
        long inside = distances.stream()
                .filter(distance -> distance <= STANDARD_ERRORS)
                .count();
        assertThat(distances).hasSize(SEEDS * (4 + 4 + 4 + 3));
        assertThat((double) inside / distances.size()).as("%s", distances).isGreaterThanOrEqualTo(SHARE_INSIDE);
    }

    private static List<Double> distances(PurchaseModelFamily family, int seed) {
        double[] truth = TRUTHS.get(family);
        RandomDataGenerator random = new RandomDataGenerator(seed);
        PurchaseModel model = family.of(truth);
        GroupedSummaries.Builder builder = GroupedSummaries.builder();
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            builder.addCustomer(Simulation.customer(model, 700 + random.nextInt(2100), random));
        }
        GroupedSummaries groups = builder.build();
        return distances(family.likelihood(groups), family.fit(groups).report(), truth);
    }

    private static List<Double> distancesOfGammaGamma(int seed) {
        GroupedSpend spend = Simulation.spend(new GammaGamma(6, 4, 15), CUSTOMERS, seed);
        FitReport report = GammaGamma.fit(spend).report();
        return distances(new GammaGammaLikelihood(spend, 1), report, new double[] {6, 4, 15});
    }

    /* In standard errors, of the logarithms. */
    private static List<Double> distances(LogLikelihood likelihood, FitReport report, double[] truth) {
        assertThat(report.converged()).isTrue();
        double[] estimates = report.parameters().values().stream()
                .mapToDouble(value -> value)
                .toArray();
        double[] errors = StandardErrors.of(likelihood, estimates);
        double[] distances = new double[truth.length];
        Arrays.setAll(distances, i -> Math.abs(Math.log(estimates[i] / truth[i])) / errors[i]);
        return Arrays.stream(distances).boxed().toList();
    }
}
