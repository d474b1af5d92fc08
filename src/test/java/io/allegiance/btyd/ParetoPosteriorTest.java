package io.allegiance.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParetoPosteriorTest {

    @ParameterizedTest
    @CsvSource({
        "0.25, 8, 0.8, 2.4, 13",
        "12, 30, 0.003, 14, 104",
        "300, 120, 1, 0.05, 13",
        "0.0004, 5, 0.0004, 0.0004, 13",
        "5, 400, 60, 8000, 104",
        "8000, 8000, 8000, 8000, 13",
        "5000.5, 2000, 0.6, 2011, 0.142857"
    })
    void somePurchaseAndNoneAddUpToOne(double shape, double rate, double s, double age, double weeks) {
        ParetoPosterior alive = new ParetoPosterior(shape, rate, s, age);
        assertThat(Math.exp(alive.logNoPurchase(weeks)) + alive.anyPurchase(weeks))
                .isCloseTo(1, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({
        "0.000335, 0.000335, 0.000335, 0.000335",
        "8103, 0.000335, 0.000335, 0.000335",
        "8103, 0.000335, 8103, 0.000335",
        "8103, 0.000335, 0.000335, 8103",
        "0.000335, 8103, 8103, 8103",
        "13000, 0.000335, 1, 300000"
    })
    void isFiniteAtTheCornersOfWhatAFitCanGive(double shape, double rate, double s, double age) {
        ParetoPosterior alive = new ParetoPosterior(shape, rate, s, age);
        double mean = alive.expectedPurchasesGivenAny(104);
        assertThat(mean).isFinite().isBetween(1.0, 1.0001 * (1 + shape * 104 / rate) / alive.anyPurchase(104));
        assertThat(alive.anyPurchase(104)).isBetween(0.0, 1.0);
        assertThat(alive.logNoPurchase(104)).isFinite().isNotPositive();
    }

    @ParameterizedTest
    @CsvSource({"0.5, 2, 13", "1, 3, 104", "40, 20, 52"})
    void withoutDropoutPurchasesAreNegativeBinomial(double shape, double rate, double weeks) {
        ParetoPosterior alive = new ParetoPosterior(shape, rate, 1e-12, 1);
        assertThat(alive.expectedPurchases(weeks)).isCloseTo(shape * weeks / rate, withinPercentage(1e-8));
        double purchase = Math.pow(1 + weeks / rate, -shape);
        assertThat(Math.exp(alive.logNoPurchase(weeks))).isCloseTo(purchase, within(1e-11));
    }

    @ParameterizedTest
    @CsvSource({"1e-3, 1e-2", "1e-7, 1e-6", "1e-12, 1e-11"})
    void nothingHappensAtAnSOfOne(double step, double tolerance) {
        double at = new ParetoPosterior(3, 40, 1, 55).expectedPurchases(26);
        assertThat(at).isCloseTo(3.0 / 40 * 55 * Math.log(81 / 55.0), withinPercentage(1e-12));
        for (double s : new double[] {1 - step, 1 + step}) {
            assertThat(new ParetoPosterior(3, 40, s, 55).expectedPurchases(26))
                    .isCloseTo(at, withinPercentage(100 * tolerance));
        }
    }
}
