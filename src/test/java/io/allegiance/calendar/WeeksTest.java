package io.allegiance.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class WeeksTest {

    @Test
    void aWeekIsSevenDaysAndADayASeventh() {
        LocalDate first = LocalDate.of(1997, 1, 1);
        assertThat(Weeks.between(first, first)).isZero();
        assertThat(Weeks.between(first, first.plusDays(7))).isEqualTo(1.0);
        assertThat(Weeks.between(first, LocalDate.of(1997, 9, 30))).isEqualTo(272 / 7.0);
        assertThat(Weeks.between(first, first.minusDays(1))).isEqualTo(-1 / 7.0);
    }

    @Test
    void countsTheTwentyNinthOfFebruary() {
        assertThat(Weeks.between(LocalDate.of(2024, 2, 28), LocalDate.of(2024, 3, 1)))
                .isEqualTo(2 / 7.0);
    }
}
