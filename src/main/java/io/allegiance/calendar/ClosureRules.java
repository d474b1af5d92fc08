package io.allegiance.calendar;

import java.util.List;

/**
 * Where closures come from.
 *
 * @param configured the closures that are configured, ascending, each once; they may overlap
 * @param fromLines whether closures are also found in the number of lines of each day
 */
public record ClosureRules(List<DateRange> configured, boolean fromLines) {

    /** No closures at all. */
    public static final ClosureRules NONE = new ClosureRules(List.of(), false);

    public ClosureRules {
        configured = configured.stream().distinct().sorted().toList();
    }
}
