package io.allegiance.intake.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberStyleTest {

    private static final NumberStyle GERMAN = new NumberStyle(',', '.', false);
    private static final NumberStyle TILL = new NumberStyle('.', ',', true);

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1.234;1234",
                "1.234.567,89;1234567.89",
                "12,5;12.5",
                "-3,00;-3.00",
                "+3;3",
                "1234,5;1234.5",
                ",5;0.5"
            })
    void withACommaForTheDecimalsADotPartsGroupsOfThree(String text, String number) {
        assertThat(GERMAN.read(text)).isEqualByComparingTo(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"1.5", "12.34", "1.2345", "1234.567", ".234", "1..234", "1,2,3", "--1", "1 234", "1e5", "abc", "-"
            })
    void whatDoesNotFitTheStyleIsNoNumber(String text) {
        assertThat(GERMAN.read(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"$1,234.50;1234.50", "-$5.00;-5.00", "($5.00);-5.00", "€3;3", "£1.10;1.10", "$0.00;0.00"})
    void signsOfCurrenciesAndParenthesesAreReadWhereTheStyleHasThem(String text, String number) {
        assertThat(TILL.read(text)).isEqualByComparingTo(number);
        assertThat(NumberStyle.PLAIN.read(text)).isNull();
    }

    @Test
    void aSpaceBetweenGroupsMayBeANoBreakSpace() {
        NumberStyle french = new NumberStyle(',', ' ', true);
        assertThat(french.read("1\u00a0234,50 \u20ac")).isEqualByComparingTo("1234.50");
        assertThat(french.read("1\u202f234,50")).isEqualByComparingTo("1234.50");
    }

    @Test
    void parenthesesAndASignContradictEachOther() {
        assertThat(TILL.read("(-5.00)")).isNull();
        assertThat(TILL.read("()")).isNull();
    }

    @Test
    void marksThatCannotBeToldApartAreRefused() {
        assertThatThrownBy(() -> new NumberStyle(',', ',', false)).hasMessageContaining("another sign");
        assertThatThrownBy(() -> new NumberStyle(';', null, false)).hasMessageContaining("a dot or a comma");
    }

    @Test
    void theFullScaleIsKept() {
        assertThat(NumberStyle.PLAIN.read("0.12345678901234567890"))
                .isEqualTo(new BigDecimal("0.12345678901234567890"));
    }
}
