package io.allegiance.run;

import io.allegiance.intake.DayTotals;
import io.allegiance.intake.SourceTransactions;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Which days a run takes in: its own date, and every earlier day whose totals differ from those by which it was last
 * taken in, or of which lines wait for a rate of exchange. The first run of all looks at the whole history; later ones look back a number of days, or to the last day
 * taken in where that lies further back.
 */
@Component
public final class DayPlan {

    private final SourceTransactions source;
    private final RunDays days;

    DayPlan(SourceTransactions source, RunDays days) {
        this.source = source;
        this.days = days;
    }

    /** Plans and stores the days of a run, in the caller's transaction; a run that has its plan keeps it. */
    public List<DayTotals> planOnce(long runId, LocalDate date, int lateDays) {
        List<DayTotals> planned = days.list(runId);
        if (!planned.isEmpty()) {
            return planned;
        }
        List<DayTotals> fresh = plan(date, lateDays);
        days.insert(runId, fresh);
        return fresh;
    }

    /** Whether all lines up to a date stand as they were last taken in: none came, went or changed since. */
    public boolean isTakenIn(LocalDate date, int lateDays) {
        List<DayTotals> planned = plan(date, lateDays);
        Map<LocalDate, DayTotals> before = byDate(days.listTakenIn(date, date));
        return planned.size() == 1 && !hasChanged(planned.get(0), before);
    }

    private List<DayTotals> plan(LocalDate date, int lateDays) {
        source.requireDataUpTo(date);
        LocalDate from = lookBackTo(date, lateDays);
        Map<LocalDate, DayTotals> now = byDate(source.listDayTotals(from, date));
        Map<LocalDate, DayTotals> before = byDate(days.listTakenIn(from, date));
        Set<LocalDate> lackingRates = Set.copyOf(days.listLackingRates(from, date));
        return Stream.of(now.keySet(), before.keySet(), List.of(date))
                .flatMap(dates -> dates.stream())
                .distinct()
                .map(day -> now.getOrDefault(day, DayTotals.empty(day)))
                .filter(day -> day.businessDate().equals(date)
                        || lackingRates.contains(day.businessDate())
                        || hasChanged(day, before))
                .sorted(Comparator.comparing(DayTotals::businessDate))
                .toList();
    }

    private LocalDate lookBackTo(LocalDate date, int lateDays) {
        Optional<LocalDate> last = days.findLastTakenIn();
        if (last.isEmpty()) {
            return LocalDate.EPOCH;
        }
        LocalDate late = date.minusDays(lateDays);
        return last.get().isBefore(late) ? last.get() : late;
    }

    private static boolean hasChanged(DayTotals day, Map<LocalDate, DayTotals> before) {
        return !day.sameAs(before.getOrDefault(day.businessDate(), DayTotals.empty(day.businessDate())));
    }

    private static Map<LocalDate, DayTotals> byDate(List<DayTotals> days) {
        return days.stream().collect(Collectors.toMap(DayTotals::businessDate, Function.identity()));
    }
}
