package io.allegiance.calendar;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Days in a row on which the whole shop is shut. Closures are ordered by their days; of equal days the configured one
 * comes first.
 *
 * @param range its days
 * @param found whether it was found in the number of lines of each day; false where it is configured
 */
public record Closure(DateRange range, boolean found) implements Comparable<Closure> {

    /** The source in a word: {@code found} or {@code configured}. */
    public String source() {
        return found ? "found" : "configured";
    }

    /** Closures in words, with commas between them; {@code none} without any. */
    public static String describe(List<Closure> closures) {
        return closures.isEmpty()
                ? "none"
                : closures.stream().map(Closure::toString).collect(Collectors.joining(", "));
    }

    @Override
    public int compareTo(Closure other) {
        int byRange = range.compareTo(other.range);
        return byRange != 0 ? byRange : Boolean.compare(found, other.found);
    }

    /** In words, such as {@code 2024-03-16..2024-05-31 (77 days, found)}. */
    @Override
    public String toString() {
        return range + " (" + range.days() + (range.days() == 1 ? " day, " : " days, ") + source() + ")";
    }
}
