package io.allegiance.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.allegiance.testing.PublishedFormulas;
import java.util.SplittableRandom;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published formulas in sixty digits against the project's, which must agree in nine. */
class SecondImplementationTest {

    private static final Percentage NINE_DIGITS = withinPercentage(1e-7);

    /* The series of ₂F₁ has some hundred terms for each unit of the ratio of α and β. */
    private static final double GREATEST_RATIO = 60;

    private static final double[] R = {0.05, 0.24259, 1, 3.5, 200};
    private static final double[] ALPHA = {0.3, 4.4136, 30, 900};
    private static final double[] A = {0.02, 0.79292, 1 - 1e-9, 1, 1 + 1e-6, 2.5, 60};
    private static final double[] B = {0.07, 1, 2.42589, 150};
    private static final int[] X = {0, 0, 1, 2, 9, 60, 400};
    private static final int[] HORIZON = {1, 7, 30, 90, 365, 730};

    @Test
    void agreesOnAGridOfParametersAndHistories() {
        SplittableRandom random = new SplittableRandom(20240601);
        for (int trial = 0; trial < 700; trial++) {
            double[] theta = {any(random, R), any(random, ALPHA), any(random, A), any(random, B)};
            int x = X[random.nextInt(X.length)];
            int last = x == 0 ? 0 : x + random.nextInt(600);
            int horizon = HORIZON[random.nextInt(HORIZON.length)];
            assertAgrees(theta, new PurchaseSummary(x, last, last + random.nextInt(900)), horizon);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "5000, 5000, 5000, 90",
        "5000, 5000, 5003, 730",
        "5000, 9000, 14000, 90",
        "5000, 13999, 14000, 730",
        "0, 0, 0, 1",
        "0, 0, 0, 730",
        "0, 0, 14000, 90",
        "1, 1, 14000, 730",
        "1, 7300, 7300, 90"
    })
    void agreesAtTheEdges(int x, int lastPurchaseAge, int age, int horizon) {
        PurchaseSummary summary = new PurchaseSummary(x, lastPurchaseAge, age);
        assertAgrees(new double[] {0.24259, 4.4136, 0.79292, 2.42589}, summary, horizon);
        assertAgrees(new double[] {2, 0.9, 1, 3}, summary, horizon);
        assertAgrees(new double[] {0.5, 12, 1 - 1e-12, 0.4}, summary, horizon);
    }

    @ParameterizedTest
    @CsvSource({"6.24935, 3.74426, 15.44431", "1.5, 1, 20", "0.3, 0.9, 4000", "3000, 1.0000001, 0.01"})
    void gammaGammaAgrees(double p, double q, double gamma) {
        GammaGamma model = new GammaGamma(p, q, gamma);
        for (int days : new int[] {1, 2, 12, 4000}) {
            if (p * days + q <= 1) {
                continue;
            }
            for (double mean : new double[] {0.01, 35.08, 2.5e6}) {
                assertThat(model.expectedSpend(days, mean).orElseThrow())
                        .isCloseTo(PublishedFormulas.expectedSpend(p, q, gamma, days, mean), NINE_DIGITS);
            }
        }
        if (q > 1) {
            assertThat(model.populationMean().orElseThrow())
                    .isCloseTo(PublishedFormulas.expectedSpend(p, q, gamma, 0, 1), NINE_DIGITS);
        }
    }

    private static void assertAgrees(double[] theta, PurchaseSummary summary, int horizon) {
        assertAgrees(
                BgNbd.of(theta), PublishedFormulas.bgNbd(theta[0], theta[1], theta[2], theta[3]), summary, horizon);
        assertAgrees(
                MbgNbd.of(theta), PublishedFormulas.mbgNbd(theta[0], theta[1], theta[2], theta[3]), summary, horizon);
        if (Math.max(theta[1] / theta[3], theta[3] / theta[1]) <= GREATEST_RATIO) {
            assertAgrees(
                    ParetoNbd.of(theta),
                    PublishedFormulas.paretoNbd(theta[0], theta[1], theta[2], theta[3]),
                    summary,
                    horizon);
        }
    }

    private static void assertAgrees(
            PurchaseModel model, PublishedFormulas.Answers published, PurchaseSummary s, int horizon) {
        int x = s.repeatPurchases();
        int last = s.lastPurchaseAgeDays();
        int age = s.ageDays();
        String where = model + " " + s + " " + horizon;
        double alive = published.probabilityAlive(x, last, age);
        assertNineDigits(model.probabilityAlive(s), alive, where);
        double churn = published.churnProbability(x, last, age, horizon);
        assertThat(model.churnProbability(s, horizon)).as(where).isCloseTo(churn, within(1e-12));
        double expected = published.expectedPurchases(x, last, age, horizon);
        assertNineDigits(model.expectedPurchases(s, horizon), expected, where);
        double givenAny = published.expectedPurchasesGivenAny(x, age, horizon);
        assertNineDigits(model.expectedPurchasesGivenAny(s, horizon), givenAny, where);
        if (churn > 1e-3 && churn < 1 - 1e-3) {
            double logit = Math.log(churn / (1 - churn));
            assertThat(model.churnLogit(s, horizon)).as(where).isCloseTo(logit, within(1e-9));
        }
    }

    /* Below 10⁻³⁰⁰ a double runs out of digits. */
    private static void assertNineDigits(double actual, double expected, String where) {
        if (expected < 1e-300) {
            assertThat(actual).as(where).isBetween(0.0, 1.1e-300);
        } else {
            assertThat(actual).as(where).isCloseTo(expected, NINE_DIGITS);
        }
    }

    private static double any(SplittableRandom random, double[] values) {
        return values[random.nextInt(values.length)];
    }
}
