package io.allegiance.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource({
        "83.4, 834000",
        "-35.40, -354000",
        "0, 0",
        "-0, 0",
        "+7, 70000",
        ".5, 5000",
        "5., 50000",
        "1E2, 1000000",
        "1.5e-3, 15",
        "20.399999999999999, 204000",
        "0.00005, 0",
        "0.00015, 2",
        "-0.00025, -2",
        "1e-300, 0",
        "99999999999999.9999, 999999999999999999"
    })
    void readsDecimalsAndRoundsHalfToEven(String text, long units) {
        assertThat(Money.parse(text)).isEqualTo(units);
        assertThat(Money.parse(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(units);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"100000000000000", "99999999999999.99995", "-1e30", "1e30", "1E999999999", "999999999999999"})
    void saysWhatIsTooLarge(String text) {
        assertThat(Money.parse(text)).isEqualTo(Money.OUT_OF_RANGE);
        assertThat(Money.parse(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(Money.OUT_OF_RANGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-",
                ".",
                "NaN",
                "Infinity",
                "1,000.00",
                "1.2.3",
                "12,5",
                "€5",
                "0x10",
                "1e",
                "--1",
                "٣",
                "1 2",
                "1d",
                "1e99999999999"
            })
    void refusesWhatIsNoNumber(String text) {
        assertThatThrownBy(() -> Money.parse(text)).isInstanceOf(NumberFormatException.class);
        assertThatThrownBy(() -> Money.parse(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(NumberFormatException.class);
    }

    @Test
    void writesWhatItReads() {
        assertThat(Money.format(-354000)).isEqualTo("-35.4000");
        assertThat(Money.format(5)).isEqualTo("0.0005");
        assertThat(Money.format(0)).isEqualTo("0.0000");
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 10_000; i++) {
            long units = random.nextLong(-Money.LARGEST, Money.LARGEST) >> random.nextInt(60);
            assertThat(Money.parse(Money.format(units))).isEqualTo(units);
        }
    }

    @Test
    void agreesWithDecimalsOfAnyLength() {
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 10_000; i++) {
            BigDecimal value = BigDecimal.valueOf(random.nextLong() >> random.nextInt(60), random.nextInt(12));
            BigDecimal units = value.setScale(4, RoundingMode.HALF_EVEN).movePointRight(4);
            boolean fits = units.abs().compareTo(BigDecimal.valueOf(Money.LARGEST)) <= 0;
            assertThat(Money.parse(value.toPlainString()))
                    .isEqualTo(fits ? units.longValueExact() : Money.OUT_OF_RANGE);
            assertThat(Money.of(value)).isEqualTo(Money.parse(value.toString()));
        }
    }

    @Test
    void convertsHalfToEven() {
        assertThat(Money.convert(10_000, new BigDecimal("0.85005"))).isEqualTo(8_500);
        assertThat(Money.convert(10_000, new BigDecimal("0.85015"))).isEqualTo(8_502);
        assertThat(Money.convert(-10_000, new BigDecimal("0.85015"))).isEqualTo(-8_502);
        assertThat(Money.convert(Money.LARGEST, new BigDecimal("1.1"))).isEqualTo(Money.OUT_OF_RANGE);
    }

    @Test
    void quantitiesHaveThreeDecimals() {
        assertThat(Quantity.parse("0.4565")).isEqualTo(456);
        assertThat(Quantity.parse("0.4565".getBytes(StandardCharsets.UTF_8))).isEqualTo(456);
        assertThat(Quantity.format(Quantity.parse("-12"))).isEqualTo("-12.000");
        assertThat(Quantity.parse("999999999.999")).isEqualTo(999_999_999_999L);
        assertThat(Quantity.parse("1000000000")).isEqualTo(Money.OUT_OF_RANGE);
    }
}
