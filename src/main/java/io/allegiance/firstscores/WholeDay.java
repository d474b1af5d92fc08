package io.allegiance.firstscores;

import io.allegiance.audit.DaySize;
import io.allegiance.settings.nightly.NightlySettings.GateSettings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The last whole day of a file. Whether the file was made before its last day was over cannot be known, so a day counts as
 * whole when it has ended, has at least half as many lines as that weekday usually has, and is not so small that the gate
 * would hold its night.
 *
 * @param date the day
 * @param lines of it
 * @param last the last day of the file
 * @param linesOfLast of that
 */
public record WholeDay(LocalDate date, long lines, LocalDate last, long linesOfLast) {

    /** So many earlier days of the same weekday are looked at. */
    static final int WEEKS = 8;

    /** So many days are looked at before the last one is taken as it is. */
    static final int DAYS_BACK = 7;

    private static final double LEAST_SHARE = 0.5;

    /**
     * Chooses the last whole day.
     *
     * @param linesByDay the lines of the days up to the last one, of ten weeks; days without a line may be left out
     * @param first the first day with a line: before it nothing is known
     * @param last the last day with a line
     * @param today the day that has not ended; after the first
     */
    static WholeDay choose(
            Map<LocalDate, Long> linesByDay, LocalDate first, LocalDate last, LocalDate today, GateSettings gate) {
        LocalDate ended = last.isBefore(today) ? last : today.minusDays(1);
        LocalDate earliest = ended.minusDays(DAYS_BACK).isBefore(first) ? first : ended.minusDays(DAYS_BACK);
        LocalDate day = ended;
        while (day.isAfter(earliest) && !isWhole(linesByDay, first, day, gate)) {
            day = day.minusDays(1);
        }
        LocalDate date = isWhole(linesByDay, first, day, gate) ? day : ended;
        return new WholeDay(date, linesByDay.getOrDefault(date, 0L), last, linesByDay.getOrDefault(last, 0L));
    }

    private static boolean isWhole(Map<LocalDate, Long> linesByDay, LocalDate first, LocalDate day, GateSettings gate) {
        List<Long> before = new ArrayList<>();
        for (int week = 1; week <= WEEKS && !day.minusWeeks(week).isBefore(first); week++) {
            before.add(linesByDay.getOrDefault(day.minusWeeks(week), 0L));
        }
        DaySize size = new DaySize(linesByDay.getOrDefault(day, 0L), before);
        return size.lines() >= LEAST_SHARE * size.usual() && !size.isUnusual(gate);
    }

    /** Returns whether it is the last day of the file. */
    public boolean isLast() {
        return date.equals(last);
    }
}
