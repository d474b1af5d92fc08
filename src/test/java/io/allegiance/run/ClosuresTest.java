package io.allegiance.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.calendar.Closure;
import io.allegiance.calendar.ClosureRules;
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
class ClosuresTest {

    private static final LocalDate DATE = LocalDate.of(2025, 3, 30);
    private static final ClosureRules FOUND = new ClosureRules(List.of(), true);
    private static final DateRange WEEK = new DateRange(DATE.minusDays(20), DATE.minusDays(14));
    private static final long RUN = 7;

    @AutoClose
    private static final Repositories REPOSITORIES = Repositories.of(Closures.class, RunDays.class);

    private final Closures closures = REPOSITORIES.get(Closures.class);
    private final RunDays days = REPOSITORIES.get(RunDays.class);

    @BeforeEach
    void tradeOnAllDaysButAWeek() {
        REPOSITORIES.empty("business_day", "run_day", "run_closure");
        for (LocalDate day = DATE.minusDays(120); !day.isAfter(DATE.plusDays(1)); day = day.plusDays(1)) {
            takeIn(day, WEEK.contains(day) ? 0 : 50);
        }
    }

    @Test
    void closuresAreFoundInTheLinesLastTakenIn() {
        assertThat(closures.getKnown(DATE, FOUND).listAsOf(DATE)).containsExactly(new Closure(WEEK, true));
        assertThat(closures.getKnown(DATE.minusDays(15), FOUND).listAsOf(DATE.minusDays(15)))
                .isEmpty();
    }

    @Test
    void theDaysThatARunReadsCountAsItPlannedThem() {
        days.insert(RUN, List.of(totals(WEEK.from().plusDays(3), 12), totals(DATE, 50)));
        assertThat(closures.getKnownIn(RUN, DATE, FOUND).listAsOf(DATE)).isEmpty();
        assertThat(closures.getKnownIn(RUN + 1, DATE, FOUND).listAsOf(DATE)).hasSize(1);
    }

    @Test
    void aRunKeepsTheClosuresThatItFroze() {
        DateRange feast = DateRange.ofDay(DATE.plusDays(5));
        closures.freeze(RUN, DATE, new ClosureRules(List.of(feast), true));
        takeIn(WEEK.from().plusDays(3), 12);
        assertThat(closures.list(RUN)).containsExactly(new Closure(WEEK, true), new Closure(feast, false));
        assertThat(closures.getOpenDays(RUN)).isEqualTo(OpenDays.without(List.of(WEEK, feast)));
        assertThat(closures.getOpenDays(RUN + 1)).isSameAs(OpenDays.NONE);
    }

    private void takeIn(LocalDate day, long lines) {
        days.saveTakenIn(1, totals(day, lines), new DayLineCount(day, lines, 0, 0, BigDecimal.ONE, BigDecimal.ONE));
    }

    private static DayTotals totals(LocalDate day, long lines) {
        return new DayTotals(day, lines, BigDecimal.ONE, BigInteger.TEN);
    }
}
