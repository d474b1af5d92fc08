package io.allegiance.run;

import io.allegiance.intake.line.DayTotals;
import io.allegiance.intake.source.SourceTransactions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
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
 * taken in, or of which lines wait for a rate of exchange. The first run of all looks at the whole history; later ones
 * look back a number of days, or to the last day taken in where that is further back; and at days that are marked to be
 * read again, however far back.
 */
@Component
public final class DayPlan {

    private final SourceTransactions source;
    private final RunDays days;
    private final DayMarks marks;

    DayPlan(SourceTransactions source, RunDays days, DayMarks marks) {
        this.source = source;
        this.days = days;
        this.marks = marks;
    }

    /** Plans and stores the days of a run, in the caller's transaction; a run that has its plan keeps it. */
    public List<DayTotals> planOnce(long runId, LocalDate date, int lateDays) {
        List<DayTotals> planned = days.list(runId);
        if (!planned.isEmpty()) {
            return planned;
        }
        List<DayTotals> fresh = plan(date, lateDays, marks.list(date));
        days.insert(runId, fresh);
        return fresh;
    }

    /**
     * Returns whether all lines up to a run's date are as last taken in: none was added, removed, changed or marked
     * since.
     */
    public boolean isTakenIn(Run run, int lateDays) {
        LocalDate date = run.businessDate();
        List<LocalDate> marked = marks.listSince(run.runId(), date);
        List<DayTotals> planned = plan(date, lateDays, marked);
        Map<LocalDate, DayTotals> before = byDate(days.listTakenIn(date, date));
        return planned.size() == 1 && !hasChanged(planned.get(0), before) && marked.isEmpty();
    }

    /**
     * Lists, in order, the days further back than a night looks whose lines differ from those last taken
     * in; without those that are marked, which the next night reads anyway. Reads the totals of the whole history.
     */
    public List<LocalDate> listUnseenChanges(int lateDays) {
        Optional<LocalDate> last = days.findLastTakenIn();
        if (last.isEmpty()) {
            return List.of();
        }
        LocalDate to = last.get().minusDays(lateDays);
        Map<LocalDate, DayTotals> now = byDate(source.listDayTotals(LocalDate.EPOCH, to));
        Map<LocalDate, DayTotals> before = byDate(days.listTakenIn(LocalDate.EPOCH, to));
        Set<LocalDate> marked = Set.copyOf(marks.list(to));
        return changedDays(now, before)
                .filter(day -> !marked.contains(day))
                .sorted()
                .toList();
    }

    private List<DayTotals> plan(LocalDate date, int lateDays, List<LocalDate> marked) {
        source.requireDataUpTo(date);
        LocalDate from = lookBackTo(date, lateDays);
        Set<LocalDate> again = new HashSet<>(marked);
        again.addAll(days.listLackingRates(from, date));
        Map<LocalDate, DayTotals> now = listTotals(from, date, again);
        Map<LocalDate, DayTotals> before = byDate(days.listTakenIn(from, date));
        return Stream.of(changedDays(now, before), again.stream(), Stream.of(date))
                .flatMap(dates -> dates)
                .distinct()
                .map(day -> now.getOrDefault(day, DayTotals.empty(day)))
                .sorted(Comparator.comparing(DayTotals::businessDate))
                .toList();
    }

    private static Stream<LocalDate> changedDays(Map<LocalDate, DayTotals> now, Map<LocalDate, DayTotals> before) {
        return Stream.concat(now.keySet().stream(), before.keySet().stream())
                .distinct()
                .filter(day -> hasChanged(now.getOrDefault(day, DayTotals.empty(day)), before));
    }

    /** The totals of the days looked back to, and of single days before them. */
    private Map<LocalDate, DayTotals> listTotals(LocalDate from, LocalDate date, Set<LocalDate> single) {
        List<DayTotals> totals = new ArrayList<>(source.listDayTotals(from, date));
        single.stream().filter(day -> day.isBefore(from)).forEach(day -> totals.addAll(source.listDayTotals(day, day)));
        return byDate(totals);
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
