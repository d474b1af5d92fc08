package io.allegiance.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExactMeanTest {

    @Test
    void aMeanIsRoundedOnceAndHalfToEven() {
        ExactMean mean = new ExactMean();
        assertThat(mean.of(4, 4)).isNull();
        mean.addValue(1);
        mean.addValues(2, 7);
        assertThat(mean.of(2, 4)).as("0.03 / 8 = 0.00375").isEqualByComparingTo("0.0038");
        assertThat(Ratio.share(1, 128)).as("0.0078125").isEqualByComparingTo("0.007812");
        assertThat(Ratio.share(1, 0)).isNull();
    }
}
