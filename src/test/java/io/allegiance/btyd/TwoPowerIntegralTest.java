package io.allegiance.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwoPowerIntegralTest {

    private static final Percentage TWELVE_DIGITS = withinPercentage(1e-10);
    private static final Offset<Double> PLACES = within(1e-11);
    private static final GaussIntegrator FINE = new GaussIntegratorFactory().legendre(24);

    @ParameterizedTest
    @CsvSource({
        "3e-4, 0.7, 1.2, 20",
        "5, 0.4, 1.001, 2e3",
        "5, 0.4, 1.001, 3e5",
        "8103, 8103, 8103, 3e5",
        "20, 5000, 1.5, 1e-3",
        "20, 5000, 1.5, 2000",
        "3e-4, 20000, 8000, 3e5"
    })
    void equalAgesHaveAClosedForm(double age, double p, double q, double w) {
        double power = p + q - 1;
        double expected = -age / power * Math.expm1(-power * Math.log1p(w / age));
        assertThat(new TwoPowerIntegral().integrate(age, p, age, q, w).value()).isCloseTo(expected, TWELVE_DIGITS);
    }

    @Test
    void agreesWithManyPanelsAnywhere() {
        SplittableRandom random = new SplittableRandom(31);
        for (int trial = 0; trial < 1000; trial++) {
            double p = Math.exp(random.nextDouble(-8, 9)) + random.nextInt(2) * (int) Math.exp(random.nextDouble(9));
            double q = Math.exp(random.nextDouble(-8, 9)) + 1;
            double a = Math.exp(random.nextDouble(-8, 9));
            double b = Math.exp(random.nextDouble(-8, 9));
            assertAgrees(a, p, b, q, Math.exp(random.nextDouble(-2, 12.6)));
            assertAgrees(a, q, b, p, Math.exp(random.nextDouble(-2, 12.6)));
        }
    }

    @Test
    void anEmptyIntervalIsZeroAndItsMeansAreThoseOfItsPoint() {
        TwoPowerIntegral empty = new TwoPowerIntegral().integrate(3, 2, 5, 1.5, 0);
        assertThat(empty.value()).isZero();
        assertThat(empty.meanLogA()).isZero();
        assertThat(empty.meanInverseB()).isCloseTo(1, within(1e-15));
    }

    private static void assertAgrees(double a, double p, double b, double q, double w) {
        double near = Math.min(a, b);
        UnivariateFunction weight =
                eta -> Math.exp(eta - p * Math.log1p(v(near, eta) / a) - q * Math.log1p(v(near, eta) / b));
        double sum = fine(weight, near, w);
        String where = String.join(" ", "" + a, "" + p, "" + b, "" + q, "" + w);
        TwoPowerIntegral found = new TwoPowerIntegral().integrate(a, p, b, q, w);
        assertThat(found.value()).as(where).isCloseTo(near * sum, TWELVE_DIGITS);
        double logs = fine(eta -> weight.value(eta) * Math.log1p(v(near, eta) / a), near, w);
        double inverses = fine(eta -> weight.value(eta) / (1 + v(near, eta) / b), near, w);
        assertThat(found.meanLogA()).as(where).isCloseTo(logs / sum, PLACES);
        assertThat(found.meanInverseB()).as(where).isCloseTo(inverses / sum, PLACES);
    }

    private static double v(double near, double eta) {
        return near * Math.expm1(eta);
    }

    /* From the lower end panels that double in length, so that steep and flat integrands are both seen finely. */
    private static double fine(UnivariateFunction f, double near, double w) {
        double end = Math.log1p(w / near);
        double sum = 0;
        double from = 0;
        for (double length = Math.min(end, 1e-5); from < end; length = Math.min(0.25, 1.5 * length)) {
            double to = Math.min(end, from + length);
            sum += panel(f, from, to);
            from = to;
        }
        return sum;
    }

    private static double panel(UnivariateFunction f, double from, double to) {
        double half = (to - from) / 2;
        return half * FINE.integrate(x -> f.value(from + half * (1 + x)));
    }
}
