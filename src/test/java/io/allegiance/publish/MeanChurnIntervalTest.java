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

    @ParameterizedTest
    @CsvSource({"-0.1, 0.5", "0.5, 0.4", "0.5, 1.1"})
    void endsOutsideOfSharesAreRefused(BigDecimal low, BigDecimal high) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MeanChurnInterval(low, high))
                .withMessageContaining("was " + low + " to " + high);
    }
}
