package io.allegiance.training;

import io.allegiance.calendar.OpenDays;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Past dates whose outcome is known and on which something could have been trained. */
public final class PastCutOffs {

    private static final int DAYS_BETWEEN = 30;
    private static final int LEAST_HISTORY_DAYS = 30;
    private static final int YEAR_DAYS = 360;
    private static final int MOST_YEARS = 3;

    private PastCutOffs() {}

    /**
     * Lists the dates D - H, D - H - 30 open days and so on, newest first, where D is the log's last day: those with 30 days
     * of history and a repeat purchase before them.
     *
     * @param most how many at most
     */
    public static List<LocalDate> list(PurchaseLog log, int horizonDays, int most) {
        return list(log, horizonDays, LEAST_HISTORY_DAYS, most).stream()
                .takeWhile(log::hasRepeatPurchase)
                .toList();
    }

    /** The same with that many days of history before them, whatever was bought. */
    static List<LocalDate> list(PurchaseLog log, int horizonDays, int historyDays, int most) {
        List<LocalDate> dates = new ArrayList<>();
        LocalDate start = log.findStart().orElse(null);
        OpenDays openDays = log.openDays();
        LocalDate next = openDays.minusOpenDays(log.lastDay(), horizonDays);
        while (start != null && dates.size() < most && openDays.between(start, next) >= historyDays) {
            dates.add(next);
            next = openDays.minusOpenDays(next, DAYS_BETWEEN);
        }
        return dates;
    }

    /**
     * Lists the dates of the same season in former years, newest first: 360, 720 and 1080 days before a date, those with 2 H days of
     * history before them whose H days have passed by the date.
     *
     * @param start the day on which the log's history begins
     */
    static List<LocalDate> listFormerSeasons(PurchaseLog log, LocalDate start, LocalDate date, int horizonDays) {
        return IntStream.rangeClosed(1, MOST_YEARS)
                .mapToObj(year -> date.minusDays((long) year * YEAR_DAYS))
                .filter(then -> log.openDays().between(start, then) >= 2 * horizonDays)
                .filter(then -> !log.openDays().plusOpenDays(then, horizonDays).isAfter(date))
                .toList();
    }
}
