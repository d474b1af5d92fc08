package io.allegiance.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.analysis.integration.IterativeLegendreGaussIntegrator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParetoNbdTest {

    private static final ParetoNbd CDNOW = new ParetoNbd(0.55327, 10.5778, 0.60602, 11.6639);

    /* 1 - PA + PA [(A/(A+H))^(r+x) (B/(B+H))^s + ∫₀ᴴ s Bˢ (B+u)^-(s+1) (A/(A+u))^(r+x) du], A = α + T, B = β + T. */
    @ParameterizedTest
    @CsvSource({"0, 0, 0, 30", "0, 0, 270, 90", "2, 213, 272, 90", "26, 215, 217, 7", "60, 400, 500, 365"})
    void churnIsNoLifeLeftOrNoPurchaseWhileItLasts(int x, int last, int age, int horizon) {
        PurchaseSummary summary = new PurchaseSummary(x, last, age);
        double a = CDNOW.alpha() + age / 7.0;
        double b = CDNOW.beta() + age / 7.0;
        double s = CDNOW.s();
        double shape = CDNOW.r() + x;
        double weeks = horizon / 7.0;
        double stoppedLater = new IterativeLegendreGaussIntegrator(16, 1e-12, 1e-14)
                .integrate(
                        100_000,
                        u -> s * Math.pow(b, s) * Math.pow(b + u, -(s + 1)) * Math.pow(a / (a + u), shape),
                        0,
                        weeks);
        double purchase = Math.pow(a / (a + weeks), shape) * Math.pow(b / (b + weeks), s);
        double alive = CDNOW.probabilityAlive(summary);
        assertThat(CDNOW.churnProbability(summary, horizon))
                .isCloseTo(1 - alive + alive * (purchase + stoppedLater), within(1e-12));
    }

    @Test
    void isFiniteAndMonotoneForFiveThousandPurchasesInTwoThousandWeeks() {
        double before = 0;
        for (int silentDays = 0; silentDays <= 9000; silentDays += 100) {
            PurchaseSummary summary = new PurchaseSummary(5000, 5000, 5000 + silentDays);
            double logit = CDNOW.churnLogit(summary, 90);
            assertThat(logit).isFinite().isGreaterThan(silentDays == 0 ? -1e6 : before);
            assertThat(CDNOW.expectedPurchases(summary, 90)).isFinite().isNotNegative();
            assertThat(CDNOW.expectedPurchasesGivenAny(summary, 90)).isFinite().isGreaterThanOrEqualTo(1);
            before = logit;
        }
    }
}
