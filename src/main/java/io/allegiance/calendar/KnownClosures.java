package io.allegiance.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The closures of a shop as they are known at each date: those configured, at every date, and those found in the lines
 * up to the date. Immutable.
 */
public final class KnownClosures {

    /** No closures at any date. */
    public static final KnownClosures NONE = new KnownClosures(ClosureRules.NONE, DailyLines.NONE);

    private final ClosureRules rules;
    private final DailyLines lines;

    /**
     * @param rules where closures come from
     * @param lines the lines of each date; those after a date that is asked about are not looked at
     */
    public KnownClosures(ClosureRules rules, DailyLines lines) {
        this.rules = rules;
        this.lines = lines;
    }

    /**
     * The closures known at the end of a date, ascending: all that are configured, later ones too, without the days up to the date
     * that have a line after all, and those found up to the date by the rules of {@code allegiance.find-closures}. A found closure that lies within a configured one is
     * left out; others may overlap. Looks at every day with a line, so it is not for each customer.
     */
    public List<Closure> listAsOf(LocalDate asOf) {
        List<Closure> closures = new ArrayList<>();
        for (DateRange range : rules.configured()) {
            lines.listRangesWithoutLines(range, asOf).forEach(shut -> closures.add(new Closure(shut, false)));
        }
        if (rules.fromLines()) {
            List<DateRange> configured = OpenDays.without(rules.configured()).closures();
            ClosureFinder.list(lines, asOf, rules.configured()).stream()
                    .filter(range -> configured.stream().noneMatch(each -> each.contains(range)))
                    .forEach(range -> closures.add(new Closure(range, true)));
        }
        return closures.stream().sorted().toList();
    }

    /** The open days by the closures known at the end of a date; as {@link #listAsOf}, not for each customer. */
    public OpenDays openDaysAsOf(LocalDate asOf) {
        return OpenDays.without(listAsOf(asOf).stream().map(Closure::range).toList());
    }
}
