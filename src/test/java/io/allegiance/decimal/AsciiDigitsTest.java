package io.allegiance.decimal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AsciiDigitsTest {

    private static final int AT = 3;

    private final byte[] bytes = new byte[AT + AsciiDigits.MOST];

    @Test
    void decimalsAreThoseOfBigDecimal() {
        SplittableRandom random = new SplittableRandom(11);
        LongStream edges = LongStream.of(
                0, 1, 9, 10, 99, 100, 999_999, 1_000_000, Long.MAX_VALUE, Long.MIN_VALUE, Long.MIN_VALUE + 1);
        LongStream any = LongStream.generate(() -> random.nextLong() >> random.nextInt(64))
                .limit(10_000);
        LongStream.concat(edges, any)
                .flatMap(units -> LongStream.of(units, -units))
                .forEach(units -> {
                    for (int digits = 0; digits <= 6; digits++) {
                        assertThat(text(AsciiDigits.decimal(units, digits, bytes, AT)))
                                .isEqualTo(BigDecimal.valueOf(units, digits).toPlainString());
                    }
                });
    }

    @Test
    void unitsAreThoseOfBigDecimal() {
        SplittableRandom random = new SplittableRandom(12);
        LongStream.concat(
                        LongStream.of(0, -1, Long.MAX_VALUE, -Long.MAX_VALUE),
                        LongStream.generate(() -> random.nextLong() >> random.nextInt(63))
                                .filter(units -> units != Long.MIN_VALUE)
                                .limit(10_000))
                .forEach(units -> {
                    for (int digits = 0; digits <= 6; digits++) {
                        String decimal = BigDecimal.valueOf(units, digits).toPlainString();
                        assertThat(parse(decimal)).isEqualTo(units);
                    }
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-", ".", "1e5", "+1", " 1", "1,0", "9223372036854775808", "-12345678901234567890", "NaN"})
    void refusesWhatIsNoDecimalOrDoesNotFit(String text) {
        assertThatExceptionOfType(NumberFormatException.class).isThrownBy(() -> parse(text));
    }

    private static long parse(String decimal) {
        return AsciiDigits.parseUnits(decimal.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void theLongestFit() {
        assertThat(AsciiDigits.decimal(Long.MIN_VALUE, 20, bytes, AT)).isLessThanOrEqualTo(bytes.length);
    }

    @Test
    void datesAreThoseOfLocalDate() {
        LocalDate.of(1999, 12, 1)
                .datesUntil(LocalDate.of(2000, 4, 1))
                .forEach(date ->
                        assertThat(text(AsciiDigits.date(date, bytes, AT))).isEqualTo(date.toString()));
        assertThat(text(AsciiDigits.date(LocalDate.of(7, 1, 2), bytes, AT))).isEqualTo("0007-01-02");
        assertThat(text(AsciiDigits.date(LocalDate.of(9999, 12, 31), bytes, AT)))
                .isEqualTo("9999-12-31");
    }

    private String text(int end) {
        return new String(bytes, AT, end - AT, StandardCharsets.US_ASCII);
    }
}
