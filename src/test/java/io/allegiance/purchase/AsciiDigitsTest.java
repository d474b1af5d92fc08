package io.allegiance.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

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
