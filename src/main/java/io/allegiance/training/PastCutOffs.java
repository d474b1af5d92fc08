package io.allegiance.training;

import io.allegiance.calendar.OpenDays;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Past dates whose outcome is known and on which something could have been trained. */
public final class PastCutOffs {

    private static final int DAYS_BETWEEN = 30;
    private static final int LEAST_HISTORY_DAYS = 30;

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
}
