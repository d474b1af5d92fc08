package io.allegiance.churn.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LevelErrorTest {

    @Test
    void itIsTheDifferenceOfTheLogits() {
        assertThat(LevelError.find(0.5, 0.75).orElseThrow()).isCloseTo(1.0986122886681098, within(1e-12));
        assertThat(LevelError.find(0.75, 0.5).orElseThrow()).isCloseTo(-1.0986122886681098, within(1e-12));
        assertThat(LevelError.find(0.3, 0.3).orElseThrow()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0, 0.5", "1, 0.5", "0.5, 0", "0.5, 1", "NaN, 0.5", "0.5, -0.1"})
    void aShareWithoutALogitHasNone(double predicted, double observed) {
        assertThat(LevelError.find(predicted, observed)).isEmpty();
    }
}
