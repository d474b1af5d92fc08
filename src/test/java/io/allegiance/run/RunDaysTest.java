package io.allegiance.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.calendar.DateRange;
import io.allegiance.calendar.OpenDays;
import io.allegiance.history.DayLineCount;
import io.allegiance.intake.line.DayTotals;
import io.allegiance.testing.Repositories;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class RunDaysTest {

    private static final LocalDate SUNDAY = LocalDate.of(2025, 3, 30);

    @AutoClose
    private static final Repositories REPOSITORIES = Repositories.of(RunDays.class);

    private final RunDays days = REPOSITORIES.get(RunDays.class);

    @BeforeEach
    void empty() {
        REPOSITORIES.empty("business_day");
    }

    @Test
    void theSizesOfAWeekdayAreThoseOfItsDaysBeforeNewestFirst() {
        for (int ago = 0; ago < 80; ago++) {
            takeIn(SUNDAY.minusDays(ago), 1_000 + ago);
        }
        assertThat(days.listSizesOfSameWeekday(SUNDAY, 3, OpenDays.NONE)).containsExactly(1_007L, 1_014L, 1_021L);
    }

    @Test
    void aDayThatHadNoLinesCountsAsZero() {
        takeIn(SUNDAY.minusDays(30), 10);
        takeIn(SUNDAY.minusDays(14), 500);
        assertThat(days.listSizesOfSameWeekday(SUNDAY, 8, OpenDays.NONE)).containsExactly(0L, 500L, 0L, 0L);
    }

    @Test
    void daysBeforeAllDataAreNotKnown() {
        assertThat(days.listSizesOfSameWeekday(SUNDAY, 8, OpenDays.NONE)).isEmpty();
        takeIn(SUNDAY.minusDays(14), 10);
        assertThat(days.listSizesOfSameWeekday(SUNDAY, 8, OpenDays.NONE)).containsExactly(0L, 10L);
        assertThat(days.listSizesOfSameWeekday(SUNDAY.minusDays(15), 8, OpenDays.NONE))
                .isEmpty();
    }

    @Test
    void closedDaysSayNothingOfTheUsualSize() {
        for (int ago = 0; ago < 200; ago++) {
            takeIn(SUNDAY.minusDays(ago), 1_000 + ago);
        }
        OpenDays open = OpenDays.without(List.of(new DateRange(SUNDAY.minusDays(100), SUNDAY.minusDays(8))));
        assertThat(days.listSizesOfSameWeekday(SUNDAY, 3, open)).containsExactly(1_007L, 1_105L, 1_112L);
    }

    private void takeIn(LocalDate day, long lines) {
        days.saveTakenIn(
                1,
                new DayTotals(day, lines, BigDecimal.ONE, BigInteger.TEN),
                new DayLineCount(day, lines, 0, 0, BigDecimal.ONE, BigDecimal.ONE));
    }
}
