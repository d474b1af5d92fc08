package io.allegiance.churn.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrequencyBandTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "2, 2-3", "3, 2-3", "4, 4-7", "7, 4-7", "8, 8-15", "15, 8-15", "16, 16+", "900, 16+"})
    void repeatPurchasesAreInOneRange(int repeatPurchases, String title) {
        assertThat(FrequencyBand.of(repeatPurchases).title()).isEqualTo(title);
    }

    @Test
    void fewerThanNoneAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> FrequencyBand.of(-1));
    }
}
