package io.allegiance.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeanChurnIntervalTest {

    @Test
    void bothEndsAreInIt() {
        MeanChurnInterval interval = new MeanChurnInterval(new BigDecimal("0.4"), new BigDecimal("0.500000"));
        assertThat(interval.contains(new BigDecimal("0.400000"))).isTrue();
        assertThat(interval.contains(new BigDecimal("0.5"))).isTrue();
        assertThat(interval.contains(new BigDecimal("0.399999"))).isFalse();
        assertThat(interval.contains(new BigDecimal("0.500001"))).isFalse();
    }

    /** logit 0.6 = 0.405465; ± 1.28 · 0.25 gives σ(0.085465) and σ(0.725465). */
    @Test
    void itsHalfWidthIs128StandardErrorsOfTheLogit() {
        MeanChurnInterval interval = MeanChurnInterval.of(new BigDecimal("0.600000"), 0.25);
        assertThat(interval).isEqualTo(new MeanChurnInterval(new BigDecimal("0.521353"), new BigDecimal("0.673809")));
        BigDecimal mean = new BigDecimal("0.250000");
        assertThat(MeanChurnInterval.of(mean, 0)).isEqualTo(new MeanChurnInterval(mean, mean));
    }

    @Test
    void aCertainMeanHasNoWidthAndGreatErrorsStayInRange() {
        assertThat(MeanChurnInterval.of(BigDecimal.ZERO, 0.3))
                .isEqualTo(new MeanChurnInterval(BigDecimal.ZERO, BigDecimal.ZERO));
        BigDecimal one = new BigDecimal("1.000000");
        assertThat(MeanChurnInterval.of(one, 0.3)).isEqualTo(new MeanChurnInterval(one, one));
        assertThat(MeanChurnInterval.of(new BigDecimal("0.999999"), 40))
                .isEqualTo(new MeanChurnInterval(new BigDecimal("0.000000"), one));
    }

    @ParameterizedTest
    @CsvSource({"-0.1, 0.5", "0.5, 0.4", "0.5, 1.1"})
    void endsOutsideOfSharesAreRefused(BigDecimal low, BigDecimal high) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MeanChurnInterval(low, high))
                .withMessageContaining("was " + low + " to " + high);
    }
}
