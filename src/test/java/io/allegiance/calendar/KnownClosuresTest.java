package io.allegiance.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;

class KnownClosuresTest {

    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2025, 12, 31);
    private static final LocalDate SHUT = LocalDate.of(2024, 9, 2);

    @Test
    void aRunOfSevenDaysIsFoundAndOneOfSixIsNot() {
        assertThat(found(shutFor(SHUT, 7), LAST)).containsExactly(new DateRange(SHUT, SHUT.plusDays(6)));
        assertThat(found(shutFor(SHUT, 6), LAST)).isEmpty();
    }

    @Test
    void aRunOfMoreThan183DaysIsASeason() {
        assertThat(found(shutFor(SHUT, 183), LAST)).containsExactly(new DateRange(SHUT, SHUT.plusDays(182)));
        assertThat(found(shutFor(SHUT, 184), LAST)).isEmpty();
    }

    @Test
    void twentyLinesAreUsualAsFarAsChanceTells() {
        DateRange week = new DateRange(SHUT, SHUT.plusDays(6));
        assertThat(found(day -> week.contains(day) ? 0 : 18, LAST)).containsExactly(week);
        assertThat(found(day -> week.contains(day) ? 0 : 17, LAST)).isEmpty();
    }

    @Test
    void theSizeIsThatOfTheFourWeeksBefore() {
        DateRange week = new DateRange(SHUT, SHUT.plusDays(6));
        assertThat(found(day -> week.contains(day) ? 0 : day.isBefore(SHUT.minusDays(28)) ? 3 : 20, LAST))
                .containsExactly(week);
        assertThat(found(day -> week.contains(day) ? 0 : day.isBefore(SHUT.minusDays(13)) ? 3 : 20, LAST))
                .isEmpty();
    }

    @Test
    void moreThanHalfOfThe91DaysBeforeTheRunHaveALine() {
        assertThat(found(day -> isShut(day, 45), LAST)).hasSize(1);
        assertThat(found(day -> isShut(day, 46), LAST)).isEmpty();
    }

    /** Open on every second day of the last ones before the run, so that the gaps themselves are no runs. */
    private static long isShut(LocalDate day, int emptyDaysBefore) {
        long before = SHUT.toEpochDay() - day.toEpochDay();
        boolean empty = before > 0 && before <= 91 && before % 2 == 0 && before / 2 <= emptyDaysBefore
                || emptyDaysBefore == 46 && before == 91;
        return empty || before <= 0 && before > -7 ? 0 : 50;
    }

    @Test
    void theLastRunCountsOnceItHasSevenDays() {
        assertThat(found(shutFor(SHUT, 30), SHUT.plusDays(5))).isEmpty();
        assertThat(found(shutFor(SHUT, 30), SHUT.plusDays(6))).containsExactly(new DateRange(SHUT, SHUT.plusDays(6)));
        assertThat(found(shutFor(SHUT, 30), SHUT.plusDays(20))).containsExactly(new DateRange(SHUT, SHUT.plusDays(20)));
    }

    @Test
    void daysBeforeTheFirstLineAreNoClosureAndCountAsDaysWithoutALine() {
        LocalDate opened = SHUT.minusDays(45);
        assertThat(found(day -> day.isBefore(opened) ? 0 : shutFor(SHUT, 10).applyAsLong(day), LAST))
                .isEmpty();
        LocalDate earlier = SHUT.minusDays(46);
        assertThat(found(day -> day.isBefore(earlier) ? 0 : shutFor(SHUT, 10).applyAsLong(day), LAST))
                .containsExactly(new DateRange(SHUT, SHUT.plusDays(9)));
    }

    @Test
    void daysOfAnEarlierClosureDoNotSayWhatIsUsual() {
        LocalDate again = SHUT.plusDays(90);
        ToLongFunction<LocalDate> twice = day ->
                Math.min(shutFor(SHUT, 77).applyAsLong(day), shutFor(again, 8).applyAsLong(day));
        assertThat(found(twice, LAST))
                .containsExactly(new DateRange(SHUT, SHUT.plusDays(76)), new DateRange(again, again.plusDays(7)));
    }

    @Test
    void aShopThatOpensOnThreeDaysAWeekOrFiveWeeksAYearHasNone() {
        assertThat(found(day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) >= 0 ? 500 : 0, LAST))
                .isEmpty();
        ToLongFunction<LocalDate> christmas = day -> day.getDayOfYear() >= 325 && day.getDayOfYear() <= 359 ? 500 : 0;
        for (LocalDate asOf = FIRST; asOf.isBefore(LAST); asOf = asOf.plusDays(5)) {
            assertThat(found(christmas, asOf)).as("as of %s", asOf).isEmpty();
        }
    }

    @Test
    void linesAfterTheDateChangeNothing() {
        KnownClosures known = known(shutFor(SHUT, 30), new ClosureRules(List.of(), true), LAST);
        KnownClosures poisoned = known(
                day -> day.isAfter(SHUT.plusDays(9))
                        ? 99_999
                        : shutFor(SHUT, 30).applyAsLong(day),
                new ClosureRules(List.of(), true),
                LAST);
        assertThat(known.listAsOf(SHUT.plusDays(9)))
                .isEqualTo(poisoned.listAsOf(SHUT.plusDays(9)))
                .hasSize(1);
    }

    @Test
    void configuredClosuresHoldAtEveryDateAndHideWhatTheyCover() {
        DateRange summer = DateRange.of("2024-09-01..2024-09-30");
        DateRange christmas = DateRange.of("2025-12-25");
        ClosureRules rules = new ClosureRules(List.of(christmas, summer), true);
        KnownClosures known = known(
                day -> day.equals(christmas.from())
                        ? 0
                        : shutFor(summer.from(), 30).applyAsLong(day),
                rules,
                LAST);
        assertThat(known.listAsOf(FIRST)).containsExactly(new Closure(summer, false), new Closure(christmas, false));
        assertThat(known.listAsOf(LAST)).isEqualTo(known.listAsOf(FIRST));
        assertThat(known.openDaysAsOf(LAST).closures()).containsExactly(summer, christmas);
        assertThat(Closure.describe(known.listAsOf(LAST)))
                .isEqualTo("2024-09-01..2024-09-30 (30 days, configured), 2025-12-25 (1 day, configured)");
    }

    /** Shut for 30 days, and on the tenth of them open after all. */
    @Test
    void aConfiguredDayWithALineIsOpenOnceTheLineIsKnown() {
        DateRange range = new DateRange(SHUT, SHUT.plusDays(29));
        LocalDate open = SHUT.plusDays(9);
        ToLongFunction<LocalDate> lines =
                day -> day.equals(open) ? 3 : shutFor(SHUT, 30).applyAsLong(day);
        KnownClosures known = known(lines, new ClosureRules(List.of(range), false), LAST);
        assertThat(known.listAsOf(open.minusDays(1))).containsExactly(new Closure(range, false));
        List<Closure> parts = List.of(
                new Closure(new DateRange(SHUT, open.minusDays(1)), false),
                new Closure(new DateRange(open.plusDays(1), range.to()), false));
        assertThat(known.listAsOf(open)).isEqualTo(parts);
        assertThat(known.listAsOf(LAST)).isEqualTo(parts);
        assertThat(known.openDaysAsOf(LAST).between(SHUT.minusDays(1), SHUT.plusDays(30)))
                .isEqualTo(2);
    }

    /** Compared with looking at each day of the range. */
    @Test
    void theRangesWithoutLinesAreThoseOfTheDaysWithoutOne() {
        SplittableRandom random = new SplittableRandom(25);
        for (int trial = 0; trial < 300; trial++) {
            Map<LocalDate, Long> lines = new TreeMap<>();
            int often = 1 + random.nextInt(6);
            SHUT.datesUntil(SHUT.plusDays(60)).forEach(day -> {
                if (random.nextInt(often) == 0) {
                    lines.put(day, 5L);
                }
            });
            LocalDate from = SHUT.plusDays(random.nextInt(50));
            DateRange range = new DateRange(from, from.plusDays(random.nextInt(20)));
            LocalDate upTo = SHUT.plusDays(random.nextInt(80));
            List<DateRange> shut = DailyLines.of(lines).listRangesWithoutLines(range, upTo);
            assertThat(shut)
                    .isSorted()
                    .allSatisfy(part -> assertThat(range.contains(part)).isTrue());
            assertThat(shut.stream()
                            .flatMap(part -> part.from().datesUntil(part.to().plusDays(1))))
                    .containsExactlyElementsOf(from.datesUntil(range.to().plusDays(1))
                            .filter(day -> day.isAfter(upTo) || !lines.containsKey(day))
                            .toList());
        }
    }

    @Test
    void nothingIsFoundWhereFindingIsSwitchedOff() {
        KnownClosures known = known(shutFor(SHUT, 30), ClosureRules.NONE, LAST);
        assertThat(known.openDaysAsOf(LAST)).isSameAs(OpenDays.NONE);
        assertThat(KnownClosures.NONE.listAsOf(LAST)).isEmpty();
    }

    @Test
    void linesAreCountedInAnyOrder() {
        DailyLines.Counter counter = new DailyLines.Counter();
        List.of(LAST, FIRST, LAST, LAST).forEach(counter::addLine);
        DailyLines lines = counter.toDailyLines();
        assertThat(lines.linesOf(LAST.toEpochDay())).isEqualTo(3);
        assertThat(lines.linesOf(FIRST.toEpochDay())).isEqualTo(1);
        assertThat(lines.linesOf(SHUT.toEpochDay())).isZero();
        assertThatThrownBy(() -> DailyLines.of(Map.of(FIRST, -1L))).isInstanceOf(IllegalArgumentException.class);
    }

    private static ToLongFunction<LocalDate> shutFor(LocalDate from, int days) {
        DateRange range = new DateRange(from, from.plusDays(days - 1L));
        return day -> range.contains(day) ? 0 : 50;
    }

    private static List<DateRange> found(ToLongFunction<LocalDate> lines, LocalDate asOf) {
        return known(lines, new ClosureRules(List.of(), true), asOf).listAsOf(asOf).stream()
                .map(Closure::range)
                .toList();
    }

    private static KnownClosures known(ToLongFunction<LocalDate> lines, ClosureRules rules, LocalDate last) {
        Map<LocalDate, Long> known = new TreeMap<>();
        FIRST.datesUntil(last.plusDays(1)).forEach(day -> known.put(day, lines.applyAsLong(day)));
        return new KnownClosures(rules, DailyLines.of(known));
    }
}
