package io.allegiance.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A model fitted to customers who behave as it says finds the parameters that they were made with. */
class RecoveryTest {

    /* Twice the gain in log-likelihood is chi-squared with four degrees of freedom; 18.5 is its 99.9 % point. */
    private static final double CHI_SQUARED = 18.5;

    @ParameterizedTest
    @EnumSource
    void purchaseModelsFindTheirParametersAgain(PurchaseModelFamily family) {
        double[] truth = {0.8, 20, 0.9, 2.2};
        GroupedSummaries.Builder builder = GroupedSummaries.builder();
        Simulation.purchases(family, truth, 20_000).forEach(builder::add);
        GroupedSummaries groups = builder.build();
        FitReport report = family.fit(groups).report();
        assertThat(report.converged()).isTrue();
        double gain = 2 * (report.logLikelihood() - family.likelihood(groups).value(truth));
        assertThat(gain).isBetween(0.0, CHI_SQUARED);
        assertThat(report.parameters().get("r")).isCloseTo(0.8, withinPercentage(12));
        assertThat(report.parameters().get("alpha")).isCloseTo(20, withinPercentage(12));
    }

    @Test
    void gammaGammaFindsItsParametersAgain() {
        double[] truth = {6, 4, 15};
        GroupedSpend spend = Simulation.spend(truth, 20_000);
        FitReport report = GammaGamma.fit(spend).report();
        double gain = 2 * (report.logLikelihood() - new GammaGamma(6, 4, 15).logLikelihood(spend));
        assertThat(gain).isBetween(0.0, CHI_SQUARED);
        assertThat(report.parameters().get("q")).isCloseTo(4, withinPercentage(5));
    }
}
