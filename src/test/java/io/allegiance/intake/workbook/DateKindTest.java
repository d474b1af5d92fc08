package io.allegiance.intake.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateKindTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            yyyy-mm-dd                    | DATE
            [$-409]mmmm d, yyyy;@         | DATE
            d. mmm                        | DATE
            mmm                           | DATE
            dd/mm/yyyy hh:mm              | DATE_AND_TIME
            m/d/yy h:mm AM/PM             | DATE_AND_TIME
            yyyy-mm-dd"T"hh:mm:ss.000     | DATE_AND_TIME
            hh:mm:ss                      | TIME
            mm:ss.0                       | TIME
            [h]:mm:ss                     | NUMBER
            [mm]:ss                       | NUMBER
            General                       | NUMBER
            @                             | NUMBER
            0.00                          | NUMBER
            #,##0.00 [$EUR]               | NUMBER
            0 "days"                      | NUMBER
            [Red]0.00\\ \\d               | NUMBER
            _-* #,##0.00\\ _D_M_-;-* dd   | NUMBER
            0.00E+00                      | NUMBER
            # ?/?                         | NUMBER
            """)
    void formatsAreKnownByTheirCode(String code, DateKind kind) {
        assertThat(DateKind.of(164, code)).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "0,NUMBER",
        "2,NUMBER",
        "14,DATE",
        "17,DATE",
        "20,TIME",
        "22,DATE_AND_TIME",
        "31,DATE",
        "45,TIME",
        "46,NUMBER",
        "49,NUMBER",
        "58,DATE"
    })
    void excelsOwnFormatsNeedNoCode(int id, DateKind kind) {
        assertThat(DateKind.of(id, null)).isEqualTo(kind);
    }
}
