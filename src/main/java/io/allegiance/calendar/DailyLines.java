package io.allegiance.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The number of lines of each business date that has any. Immutable; 16 bytes a day. */
public final class DailyLines {

    /** No lines. */
    public static final DailyLines NONE = new DailyLines(new long[0], new long[0]);

    private final long[] days;
    private final long[] lines;

    private DailyLines(long[] days, long[] lines) {
        this.days = days;
        this.lines = lines;
    }

    /**
     * The lines of each date; a date with 0 lines is as one that is not named.
     *
     * @throws IllegalArgumentException when a number is negative
     */
    public static DailyLines of(Map<LocalDate, Long> linesByDate) {
        SortedMap<LocalDate, Long> known = new TreeMap<>(linesByDate);
        known.values().removeIf(lines -> lines == 0);
        if (known.values().stream().anyMatch(lines -> lines < 0)) {
            throw new IllegalArgumentException("a date has 0 lines or more");
        }
        return new DailyLines(
                known.keySet().stream().mapToLong(LocalDate::toEpochDay).toArray(),
                known.values().stream().mapToLong(Long::longValue).toArray());
    }

    /** The number of days with a line up to a day, which is given in days since the epoch. */
    int countDaysUpTo(long epochDay) {
        int found = Arrays.binarySearch(days, epochDay);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** A day with a line, in days since the epoch; the first has index 0. */
    long day(int index) {
        return days[index];
    }

    /** The number of lines of a day, which is given in days since the epoch; 0 where it has none. */
    long linesOf(long epochDay) {
        int found = Arrays.binarySearch(days, epochDay);
        return found >= 0 ? lines[found] : 0;
    }

    /** The parts of a range that have no line up to a date; what is after the date has none that is known. */
    List<DateRange> listRangesWithoutLines(DateRange range, LocalDate upTo) {
        List<DateRange> shut = new ArrayList<>();
        long from = range.from().toEpochDay();
        long to = range.to().toEpochDay();
        for (int index = countDaysUpTo(from - 1); index < countDaysUpTo(Math.min(to, upTo.toEpochDay())); index++) {
            if (days[index] > from) {
                shut.add(new DateRange(LocalDate.ofEpochDay(from), LocalDate.ofEpochDay(days[index] - 1)));
            }
            from = days[index] + 1;
        }
        if (from <= to) {
            shut.add(new DateRange(LocalDate.ofEpochDay(from), range.to()));
        }
        return shut;
    }

    /** Counts lines by their dates, which may come in any order. For one thread. */
    public static final class Counter {

        private final Map<LocalDate, long[]> counts = new TreeMap<>();
        private LocalDate lastDate = LocalDate.MIN;
        private long[] lastCount = new long[1];

        /** Adds one line. Lines mostly come in order of time, so most dates are that of the line before. */
        public void addLine(LocalDate date) {
            if (!date.equals(lastDate)) {
                lastDate = date;
                lastCount = counts.computeIfAbsent(date, day -> new long[1]);
            }
            lastCount[0]++;
        }

        /** The lines added so far. */
        public DailyLines toDailyLines() {
            Map<LocalDate, Long> lines = new TreeMap<>();
            counts.forEach((date, count) -> lines.put(date, count[0]));
            return of(lines);
        }
    }
}
