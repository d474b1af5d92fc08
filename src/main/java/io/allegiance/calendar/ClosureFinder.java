package io.allegiance.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Finds closures in the number of lines of each day. A closure is a run of days without a line that
 *
 * <ul>
 *   <li>has {@value #SHORTEST} to {@value #LONGEST} days; a longer one is a season and left as it is,
 *   <li>comes after a day with a line: the days before the first line of all are none,
 *   <li>comes where days usually have 20 lines or more: the median over the {@value #DAYS_OF_SIZE} days before the run is
 *       {@value #LEAST_MEDIAN} or more, which is 20 less two standard errors of the median of 28 counts,
 *       2 · 1.25 · √20 / √28,
 *   <li>comes where the shop is usually open: more than half of the {@value #DAYS_OF_TRADE} days before the run have a
 *       line. So a shop of one short season a year has no closure after it,
 *   <li>does not come back every year: fewer than half of the days {@value #YEAR_DAYS} days earlier, which are the same weekdays,
 *       are without a line. A shop that is shut between the years does what it always does, and its customers know. Days before the
 *       first line of all do not say that the shop was shut.
 * </ul>
 *
 * <p>In both periods a day without a line counts as 0, also one before the first line of all. A day of an earlier
 * closure, found or configured, does not count; where no day counts, the run is no closure.
 *
 * <p>A run that reaches up to the as-of date ends there. It is taken as it is in the lines, whether some of its days are
 * configured as well or not. What is found as of a date depends on nothing after it; a run that is a closure as of one
 * date is none as of a later one where it grew longer than {@value #LONGEST} days.
 */
final class ClosureFinder {

    /** The least days of a closure. */
    static final int SHORTEST = 7;

    /** The most days of a closure. */
    static final int LONGEST = 183;

    /** The days before a run that say how many lines are usual: four of each weekday, so that a growing shop counts as it is. */
    static final int DAYS_OF_SIZE = 28;

    /** The least median of lines over them. */
    static final int LEAST_MEDIAN = 18;

    /** The days before a run that say whether the shop is usually open. */
    static final int DAYS_OF_TRADE = 91;

    /** Whole weeks, so that a day is compared with the same weekday. */
    static final int YEAR_DAYS = 364;

    private final DailyLines lines;
    private final OpenDays configured;
    private final List<DateRange> found = new ArrayList<>();

    private ClosureFinder(DailyLines lines, OpenDays configured) {
        this.lines = lines;
        this.configured = configured;
    }

    /**
     * Lists the closures up to a date, ascending.
     *
     * @param configured the closures that are configured
     */
    static List<DateRange> list(DailyLines lines, LocalDate asOf, List<DateRange> configured) {
        ClosureFinder finder = new ClosureFinder(lines, OpenDays.without(configured));
        int days = lines.countDaysUpTo(asOf.toEpochDay());
        for (int day = 1; day <= days; day++) {
            long end = day == days ? asOf.toEpochDay() : lines.day(day) - 1;
            finder.addRun(lines.day(day - 1) + 1, end);
        }
        return List.copyOf(finder.found);
    }

    private void addRun(long first, long last) {
        long length = last - first + 1;
        if (length >= SHORTEST && length <= LONGEST && isUsuallyOpen(first) && !isYearly(first, last)) {
            found.add(new DateRange(LocalDate.ofEpochDay(first), LocalDate.ofEpochDay(last)));
        }
    }

    private boolean isYearly(long first, long last) {
        long shut = LongStream.rangeClosed(first - YEAR_DAYS, last - YEAR_DAYS)
                .filter(day -> day > lines.day(0) && lines.linesOf(day) == 0)
                .count();
        return 2 * shut >= last - first + 1;
    }

    private boolean isUsuallyOpen(long first) {
        long[] trade = sortedSizes(first, DAYS_OF_TRADE);
        long days = Arrays.stream(trade).filter(size -> size > 0).count();
        long[] recent = sortedSizes(first, DAYS_OF_SIZE);
        int count = recent.length;
        return 2 * days > trade.length && count > 0 && recent[(count - 1) / 2] + recent[count / 2] >= 2 * LEAST_MEDIAN;
    }

    /** The lines of those days before a run that count, ascending. */
    private long[] sortedSizes(long first, int daysBefore) {
        OpenDays earlier = OpenDays.without(found);
        return LongStream.range(first - daysBefore, first)
                .filter(day -> !configured.isClosed(day) && !earlier.isClosed(day))
                .map(lines::linesOf)
                .sorted()
                .toArray();
    }
}
