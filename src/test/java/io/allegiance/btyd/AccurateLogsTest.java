package io.allegiance.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;

class AccurateLogsTest {

    @Test
    void keepsFourteenDigitsEverywhere() {
        for (double x = 1e-300; x < 1e12; x *= 1.7) {
            assertThat(AccurateLogs.log1p(x)).isCloseTo(StrictMath.log1p(x), withinPercentage(1e-12));
            assertThat(AccurateLogs.expm1(-x)).isCloseTo(StrictMath.expm1(-x), withinPercentage(1e-12));
        }
        assertThat(AccurateLogs.log1p(0)).isZero();
        assertThat(AccurateLogs.expm1(0)).isZero();
        assertThat(AccurateLogs.expm1(Double.NEGATIVE_INFINITY)).isEqualTo(-1);
    }
}
