package io.allegiance.intake.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DayTotalsTest {

    private static final LocalDate DAY = LocalDate.of(2025, 11, 3);

    @Test
    void totalsOfOneDayAddUpWithoutOverflow() {
        BigInteger large = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);
        DayTotals one = new DayTotals(DAY, 3, new BigDecimal("1.25"), large);

        DayTotals both = one.plus(new DayTotals(DAY, 4, new BigDecimal("-0.25"), large));

        assertThat(both.lineCount()).isEqualTo(7);
        assertThat(both.amountSum()).isEqualByComparingTo("1");
        assertThat(both.checksum()).isEqualTo(large.shiftLeft(1));
        assertThat(one.plus(DayTotals.empty(DAY)).sameAs(one)).isTrue();
    }

    @Test
    void totalsOfTwoDaysDoNot() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DayTotals.empty(DAY).plus(DayTotals.empty(DAY.plusDays(1))))
                .withMessage("only totals of one day add up; were of 2025-11-03 and 2025-11-04");
    }
}
