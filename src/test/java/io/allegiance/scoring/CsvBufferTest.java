package io.allegiance.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvBufferTest {

    private final CsvBuffer csv = new CsvBuffer();

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0",
        "0, 4, 0.0000",
        "5, 0, 5",
        "-5, 2, -0.05",
        "123456, 4, 12.3456",
        "-10000, 4, -1.0000",
        "9223372036854775807, 4, 922337203685477.5807",
        "-9223372036854775808, 6, -9223372036854.775808",
        "9999, 4, 0.9999",
        "10000, 4, 1.0000"
    })
    void writesDecimals(long units, int digits, String text) {
        csv.decimal(units, digits);
        assertThat(text()).isEqualTo(text);
    }

    @Test
    void writesDatesWithAllTheirZeros() {
        csv.date(LocalDate.of(1000, 1, 9));
        assertThat(text()).isEqualTo("1000-01-09");
    }

    @Test
    void anEmptyTextIsToldFromNothing() {
        csv.text("");
        assertThat(text()).isEqualTo("\"\"");
    }

    private String text() {
        return new String(csv.array(), 0, csv.length(), StandardCharsets.UTF_8);
    }
}
