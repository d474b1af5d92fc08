package io.allegiance.job;

import io.allegiance.run.Backfills;
import java.time.LocalDate;
import java.util.List;

/**
 * The plan of a backfill.
 *
 * @param range its dates and which of them it is about
 * @param nights every date of the range, in order
 * @param freeSlots how many publications there is room for
 */
public record BackfillPlan(Backfills.Range range, List<Night> nights, int freeSlots) {

    public BackfillPlan {
        nights = List.copyOf(nights);
    }

    /**
     * One date.
     *
     * @param date the date
     * @param due whether its night is to be run
     * @param why in words
     */
    public record Night(LocalDate date, boolean due, String why) {}

    /** Lists the dates whose nights are to be run, in order. */
    public List<LocalDate> due() {
        return nights.stream().filter(Night::due).map(Night::date).toList();
    }
}
