package io.allegiance.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BetaGeometricPosteriorTest {

    @ParameterizedTest
    @CsvSource({
        "0.25, 8, 0.8, 2.4, 13",
        "12, 30, 0.003, 14, 104",
        "300, 120, 1, 0.05, 13",
        "0.0004, 5, 0.0004, 0.0004, 13",
        "5, 400, 60, 8000, 104",
        "8000, 8000, 8000, 8000, 13",
        "700, 100, 0.02, 5000, 104"
    })
    void theSumByPurchasesEqualsTheIntegralOverDropout(double shape, double rate, double a, double b, double weeks) {
        BetaGeometricPosterior alive = new BetaGeometricPosterior(shape, rate, a, b);
        double integral = alive.expectation(weeks / rate);
        double sum = alive.anyPurchase(weeks) * alive.expectedPurchasesGivenAny(weeks);
        assertThat(sum).isCloseTo(integral, withinPercentage(1e-8));
    }

    @ParameterizedTest
    @CsvSource({
        "0.000335, 0.000335, 0.000335, 0.000335",
        "8103, 0.000335, 0.000335, 0.000335",
        "8103, 0.000335, 8103, 0.000335",
        "8103, 0.000335, 0.000335, 8103",
        "0.000335, 8103, 8103, 8103",
        "13000, 0.000335, 1, 8103"
    })
    void isFiniteAtTheCornersOfWhatAFitCanGive(double shape, double rate, double a, double b) {
        BetaGeometricPosterior alive = new BetaGeometricPosterior(shape, rate, a, b);
        double mean = alive.expectedPurchasesGivenAny(104);
        assertThat(mean).isFinite().isBetween(1.0, 1.0001 * (1 + shape * 104 / rate) / alive.anyPurchase(104));
        assertThat(alive.anyPurchase(104)).isBetween(0.0, 1.0);
    }

    @ParameterizedTest
    @CsvSource({"0.5, 2", "1, 3", "0.01, 0.01"})
    void aDropoutCertainToComeSoonLeavesOnePurchase(double shape, double rate) {
        BetaGeometricPosterior alive = new BetaGeometricPosterior(shape, rate, 1e9, 1e-3);
        assertThat(alive.expectedPurchasesGivenAny(52)).isCloseTo(1, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"0.5, 2, 13", "1, 3, 104", "40, 20, 52"})
    void withoutDropoutTheMeanIsThatOfTheNegativeBinomial(double shape, double rate, double weeks) {
        BetaGeometricPosterior alive = new BetaGeometricPosterior(shape, rate, 1e-12, 1);
        double expected = alive.anyPurchase(weeks) * alive.expectedPurchasesGivenAny(weeks);
        assertThat(expected).isCloseTo(shape * weeks / rate, withinPercentage(1e-7));
    }
}
