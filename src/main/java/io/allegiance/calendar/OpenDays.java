package io.allegiance.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * The calendar of the days on which a shop is open: all days but those of its closures. Open days are numbered in their
 * order, so that a difference of numbers is a number of open days. Without closures a day's number is its epoch day, and
 * every method is ordinary arithmetic of dates. Immutable; a call takes a binary search over the closures.
 */
public final class OpenDays {

    /** All days are open. */
    public static final OpenDays NONE = new OpenDays(new long[0], new long[0]);

    /** The first and the last epoch day of each closure, ascending, with an open day or more between two. */
    private final long[] from;

    private final long[] to;

    /** The closed days of the first n closures, for n from 0. */
    private final long[] closed;

    /** The number of the first open day after each closure. */
    private final long[] numberAfter;

    private OpenDays(long[] from, long[] to) {
        this.from = from;
        this.to = to;
        this.closed = new long[from.length + 1];
        this.numberAfter = new long[from.length];
        for (int i = 0; i < from.length; i++) {
            closed[i + 1] = closed[i] + to[i] - from[i] + 1;
            numberAfter[i] = from[i] - closed[i];
        }
    }

    /** The days outside of ranges, which may come in any order, touch and overlap. */
    public static OpenDays without(Collection<DateRange> closures) {
        if (closures.isEmpty()) {
            return NONE;
        }
        List<long[]> merged = new ArrayList<>();
        for (DateRange range : closures.stream().sorted().toList()) {
            long first = range.from().toEpochDay();
            long last = range.to().toEpochDay();
            long[] before = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (before != null && first <= before[1] + 1) {
                before[1] = Math.max(before[1], last);
            } else {
                merged.add(new long[] {first, last});
            }
        }
        return new OpenDays(
                merged.stream().mapToLong(range -> range[0]).toArray(),
                merged.stream().mapToLong(range -> range[1]).toArray());
    }

    /** Returns whether the shop is shut on a date. */
    public boolean isClosed(LocalDate date) {
        return from.length > 0 && isClosed(date.toEpochDay());
    }

    /** Returns whether the shop is shut on a day, which is given in days since the epoch. */
    public boolean isClosed(long epochDay) {
        int begun = countBegun(epochDay);
        return begun > 0 && epochDay <= to[begun - 1];
    }

    /**
     * The number of the last open day up to a date: its epoch day less the closed days at or before it. All days of a
     * closure have the number of the last open day before it.
     */
    public long number(LocalDate date) {
        return number(date.toEpochDay());
    }

    /** The same of a day that is given in days since the epoch. */
    public long number(long epochDay) {
        if (from.length == 0) {
            return epochDay;
        }
        int begun = countBegun(epochDay);
        long notYet = begun == 0 ? 0 : Math.max(0, to[begun - 1] - epochDay);
        return epochDay - closed[begun] + notYet;
    }

    /**
     * The number of open days after one date up to another, which counts itself: in (from, to]. Negative when {@code to}
     * is before {@code from}.
     *
     * @throws ArithmeticException when the number is beyond an int
     */
    public int between(LocalDate after, LocalDate upTo) {
        return Math.toIntExact(number(upTo) - number(after));
    }

    /**
     * The date on which a number of open days after a date have passed: the open day with the number of the date plus that
     * many. The date itself, open or not, where the number of days is 0.
     *
     * @param days 0 or more
     * @throws IllegalArgumentException when the number of days is negative
     */
    public LocalDate plusOpenDays(LocalDate date, int days) {
        if (days < 0) {
            throw new IllegalArgumentException("open days to add must be 0 or more; were " + days);
        }
        if (from.length == 0 || days == 0) {
            return date.plusDays(days);
        }
        long number = number(date) + days;
        int found = Arrays.binarySearch(numberAfter, number);
        int before = found >= 0 ? found + 1 : -found - 1;
        return LocalDate.ofEpochDay(number + closed[before]);
    }

    /**
     * The open day after which a number of open days pass up to a date: the one with the number of the date less that many. The date
     * itself, open or not, where the number of days is 0.
     *
     * @param days 0 or more
     * @throws IllegalArgumentException when the number of days is negative
     */
    public LocalDate minusOpenDays(LocalDate date, int days) {
        if (days < 0) {
            throw new IllegalArgumentException("open days to take off must be 0 or more; were " + days);
        }
        if (from.length == 0 || days == 0) {
            return date.minusDays(days);
        }
        long number = number(date) - days;
        int found = Arrays.binarySearch(numberAfter, number);
        int before = found >= 0 ? found + 1 : -found - 1;
        return LocalDate.ofEpochDay(number + closed[before]);
    }

    /** The closures, ascending; those that touch or overlap are one. */
    public List<DateRange> closures() {
        List<DateRange> ranges = new ArrayList<>();
        for (int i = 0; i < from.length; i++) {
            ranges.add(new DateRange(LocalDate.ofEpochDay(from[i]), LocalDate.ofEpochDay(to[i])));
        }
        return List.copyOf(ranges);
    }

    /** The number of closures that begin on or before a day. */
    private int countBegun(long epochDay) {
        int found = Arrays.binarySearch(from, epochDay);
        return found >= 0 ? found + 1 : -found - 1;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OpenDays that && Arrays.equals(from, that.from) && Arrays.equals(to, that.to);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(from) + Arrays.hashCode(to);
    }

    /** The closures. */
    @Override
    public String toString() {
        return "all days but " + closures();
    }
}
