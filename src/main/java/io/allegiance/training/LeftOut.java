package io.allegiance.training;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The lines that a model lacks because they were rejected: of a currency without a rate, or refused by another rule.
 *
 * @param lines how many of the lines up to the as-of date were left out, 1 or more
 * @param ofLines all lines up to it
 * @param reasons how many for each reason, most first; lines without ids, and those with the ids of another line, count once, so the
 *     sum may be less than {@code lines}
 * @param customers customers all of whose lines were left out, that the model lacks
 * @param ofCustomers all customers with a line up to the as-of date
 */
public record LeftOut(long lines, long ofLines, Map<String, Long> reasons, long customers, long ofCustomers) {

    private static final int REASONS_NAMED = 3;

    public LeftOut {
        reasons = Collections.unmodifiableMap(new LinkedHashMap<>(reasons));
    }

    /** Which part of the lines, in percent; above 0, at most 100. */
    public double percent() {
        return 100.0 * lines / ofLines;
    }

    /** The lines, their reasons and the customers, in words. */
    public String statement() {
        String named = reasons.entrySet().stream()
                .limit(REASONS_NAMED)
                .map(each -> each.getKey() + " " + each.getValue())
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "%d of %d lines%s, and all lines of %d of %d customers",
                lines,
                ofLines,
                named.isEmpty() ? "" : " (" + named + ")",
                customers,
                ofCustomers);
    }
}
