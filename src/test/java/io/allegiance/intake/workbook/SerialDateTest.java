package io.allegiance.intake.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SerialDateTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            45351,               DATE,          2024-02-29
            45351.572916666664,  DATE,          2024-02-29 13:45:00
            45351,               DATE_AND_TIME, 2024-02-29 00:00:00
            45351.5729166667,    DATE_AND_TIME, 2024-02-29 13:45:00
            45351.9999999999,    DATE_AND_TIME, 2024-03-01 00:00:00
            45351.57291724537,   DATE_AND_TIME, 2024-02-29 13:45:00.050
            0.5729166666666666,  TIME,          13:45:00
            0.5729166666666666,  DATE_AND_TIME, -
            61,                  DATE,          1900-03-01
            60,                  DATE,          -
            -1,                  DATE,          -
            2958465,             DATE,          9999-12-31
            2958466,             DATE,          -
            """)
    void datesFrom1900(BigDecimal serial, DateKind kind, String text) {
        assertThat(SerialDate.format(serial, kind, false).orElse(null)).isEqualTo(text);
    }

    @Test
    void datesFrom1904() {
        assertThat(SerialDate.format(BigDecimal.ZERO, DateKind.DATE, true)).contains("1904-01-01");
        assertThat(SerialDate.format(new BigDecimal("43889.25"), DateKind.DATE_AND_TIME, true))
                .contains("2024-02-29 06:00:00");
    }

    @Test
    void everySecondOfADayIsToldFromItsFraction() {
        LocalDate day = LocalDate.of(2024, 2, 29);
        for (int second = 0; second < 86_400; second += 7) {
            double serial = 45351 + second / 86_400.0;
            String text = SerialDate.format(new BigDecimal(String.valueOf(serial)), DateKind.DATE_AND_TIME, false)
                    .orElseThrow();
            assertThat(text)
                    .isEqualTo(day.atStartOfDay()
                                    .plus(second, ChronoUnit.SECONDS)
                                    .toString()
                                    .replace('T', ' ')
                            + (second % 60 == 0 ? ":00" : ""));
        }
    }
}
