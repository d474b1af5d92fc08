package io.allegiance.intake.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextLayoutTest {

    @Test
    void whatIsNotGivenIsFound() {
        assertThat(TextLayout.FOUND.findDelimiter()).isEmpty();
        assertThat(TextLayout.FOUND.findCharset()).isEmpty();
        assertThat(new TextLayout('\t', StandardCharsets.UTF_16LE).findDelimiter())
                .contains('\t');
    }

    @ParameterizedTest
    @ValueSource(chars = {'a', '7', '"', '\'', '\n', '\r', ' ', '.', '-', '_', 'é', '\u0000'})
    void whatFieldsHoldCannotPartThem(char delimiter) {
        assertThatThrownBy(() -> new TextLayout(delimiter, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a delimiter is one character such as ; or a tab");
    }
}
