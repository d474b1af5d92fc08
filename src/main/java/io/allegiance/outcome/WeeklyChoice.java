package io.allegiance.outcome;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Chooses the publications whose outcome a training records: of each week, Monday to Sunday, the one of its first score date,
 * unless one of that week has an outcome. The outcomes of two nights of a week are nearly the same, and the first date of a week
 * stays the first whenever training runs.
 */
final class WeeklyChoice {

    private WeeklyChoice() {}

    /**
     * Chooses.
     *
     * @param candidates in order of their score dates, one for each date
     * @param recorded the score dates that have an outcome
     * @param most how many at most; of more weeks the newest, and the others are left to the next training
     * @return the chosen ones, oldest first
     */
    static List<PastPublication> choose(List<PastPublication> candidates, Collection<LocalDate> recorded, int most) {
        Set<LocalDate> weeks = new HashSet<>();
        recorded.forEach(date -> weeks.add(weekOf(date)));
        List<PastPublication> chosen = new ArrayList<>();
        for (PastPublication candidate : candidates) {
            if (weeks.add(weekOf(candidate.scoreDate()))) {
                chosen.add(candidate);
            }
        }
        return Collections.unmodifiableList(chosen.subList(Math.max(0, chosen.size() - most), chosen.size()));
    }

    private static LocalDate weekOf(LocalDate date) {
        return date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
