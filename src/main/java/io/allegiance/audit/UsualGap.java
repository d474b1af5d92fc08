package io.allegiance.audit;

import io.allegiance.calendar.OpenDays;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** How many days a shop usually waits for its next day with a line. */
final class UsualGap {

    /** A longer gap is no habit, but a wrong date or a shop that opened again. */
    private static final int LONGEST_DAYS = 366;

    private static final int YEAR_DAYS = 365;

    private UsualGap() {}

    /**
     * The longest gap, in open days, between two consecutive days with a line of which the later one is in the year up to the newest:
     * 1 for a shop that has lines every day, 3 for one that rests on weekends, 7 for one with a delivery a week. Gaps of more than
     * {@value #LONGEST_DAYS} days do not count; 0 where no gap does.
     *
     * @param days the days with a line, ascending
     */
    static int longest(List<LocalDate> days, OpenDays open) {
        int longest = 0;
        for (int later = days.size() - 1; later > 0; later--) {
            LocalDate day = days.get(later);
            if (ChronoUnit.DAYS.between(day, days.get(days.size() - 1)) >= YEAR_DAYS) {
                break;
            }
            LocalDate before = days.get(later - 1);
            if (ChronoUnit.DAYS.between(before, day) <= LONGEST_DAYS) {
                longest = Math.max(longest, open.between(before, day));
            }
        }
        return longest;
    }
}
