package io.allegiance.intake.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.intake.line.DayTotals;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DayTotalsTest {

    private static final LocalDate DAY = LocalDate.of(2025, 3, 1);
    private static final DayTotals TOTALS = totals(3, "12.50", 77);

    @Test
    void aDifferenceInAnyTotalIsADifference() {
        assertThat(TOTALS.sameAs(totals(3, "12.50", 77))).isTrue();
        assertThat(TOTALS.sameAs(totals(4, "12.50", 77))).isFalse();
        assertThat(TOTALS.sameAs(totals(3, "12.51", 77))).isFalse();
        assertThat(TOTALS.sameAs(totals(3, "12.50", 78))).isFalse();
    }

    @Test
    void zerosBehindThePointAreNoDifference() {
        assertThat(TOTALS.sameAs(totals(3, "12.5000", 77))).isTrue();
        assertThat(DayTotals.empty(DAY).sameAs(totals(0, "0.0000", 0))).isTrue();
    }

    private static DayTotals totals(long lines, String amounts, long checksum) {
        return new DayTotals(DAY, lines, new BigDecimal(amounts), BigInteger.valueOf(checksum));
    }
}
