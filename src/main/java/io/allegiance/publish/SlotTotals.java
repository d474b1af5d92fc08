package io.allegiance.publish;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What lies in a slot, counted by the database.
 *
 * @param customers number of rows
 * @param scored those with a number
 * @param ineligible those without
 * @param outOfRange rows with a value outside its range
 * @param incomplete rows with a number that lack another that belongs to it
 * @param meanChurn mean churn probability; null where none has a number
 * @param segments customers of each segment
 */
public record SlotTotals(
        long customers,
        long scored,
        long ineligible,
        long outOfRange,
        long incomplete,
        @Nullable BigDecimal meanChurn,
        Map<String, Long> segments) {

    public SlotTotals {
        segments = Map.copyOf(segments);
    }

    /** Gets the share of a segment among all customers, 0..1. */
    public double shareOf(String segment) {
        return customers == 0 ? 0 : segments.getOrDefault(segment, 0L) / (double) customers;
    }
}
