package io.allegiance.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+49", "-7", "@SUM(A1)", "\t=1", "\r=1"})
    void putsAnApostropheBeforeWhatASpreadsheetWouldRun(String text) {
        assertThat(SpreadsheetText.neutralise(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"C000123", "a=b", "12346", "", "'quoted"})
    void leavesOtherTextsAlone(String text) {
        assertThat(SpreadsheetText.neutralise(text)).isEqualTo(text);
    }
}
