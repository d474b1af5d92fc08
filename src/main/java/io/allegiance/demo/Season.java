package io.allegiance.demo;

import java.time.LocalDate;
import java.time.MonthDay;

/** How busy the shop is on a date, 1 being an ordinary day and 0 a closed one. */
final class Season {

    /** No day is busier. */
    static final double BUSIEST = 3.2;

    /** Monday to Sunday. */
    private static final double[] WEEKDAY = {0.85, 0.8, 0.85, 0.95, 1.2, 1.6, 0.5};

    private static final LocalDate ANY_YEAR = LocalDate.of(2025, 1, 1);
    private static final int ADVENT =
            MonthDay.of(11, 15).atYear(ANY_YEAR.getYear()).getDayOfYear();
    private static final int CHRISTMAS_EVE =
            MonthDay.of(12, 24).atYear(ANY_YEAR.getYear()).getDayOfYear();

    private Season() {}

    static double weight(LocalDate date) {
        return closed(date) ? 0 : WEEKDAY[date.getDayOfWeek().getValue() - 1] * ofYear(date);
    }

    private static boolean closed(LocalDate date) {
        MonthDay day = MonthDay.from(date);
        return day.equals(MonthDay.of(1, 1)) || day.equals(MonthDay.of(12, 25)) || day.equals(MonthDay.of(12, 26));
    }

    /** Rises from the middle of November to twice as busy on Christmas Eve; quiet afterwards and in January. */
    private static double ofYear(LocalDate date) {
        int day = date.getDayOfYear() - (date.isLeapYear() && date.getMonthValue() > 2 ? 1 : 0);
        if (day > CHRISTMAS_EVE || date.getMonthValue() == 1) {
            return 0.85;
        }
        return 1 + Math.max(0, day - ADVENT) / (double) (CHRISTMAS_EVE - ADVENT);
    }
}
