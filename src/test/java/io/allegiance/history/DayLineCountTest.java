package io.allegiance.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DayLineCountTest {

    private static final LocalDate DAY = LocalDate.of(2025, 11, 3);

    @Test
    void countsOfOneDayAddUp() {
        DayLineCount one = new DayLineCount(DAY, 5, 2, 1, new BigDecimal("10.0001"), new BigDecimal("9.5"));
        DayLineCount other = new DayLineCount(DAY, 50, 20, 10, new BigDecimal("0.9999"), new BigDecimal("0.5"));

        assertThat(one.plus(other))
                .isEqualTo(new DayLineCount(DAY, 55, 22, 11, new BigDecimal("11.0000"), new BigDecimal("10.0")))
                .isEqualTo(other.plus(one));
        assertThat(one.plus(other).lines()).isEqualTo(88);
    }

    @Test
    void countsOfTwoDaysDoNot() {
        DayLineCount one = new DayLineCount(DAY, 1, 0, 0, BigDecimal.ONE, BigDecimal.ONE);
        DayLineCount other = new DayLineCount(DAY.plusDays(1), 1, 0, 0, BigDecimal.ONE, BigDecimal.ONE);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> one.plus(other))
                .withMessage("only counts of one day add up; were of 2025-11-03 and 2025-11-04");
    }
}
