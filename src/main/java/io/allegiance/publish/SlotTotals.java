package io.allegiance.publish;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * What lies in a slot, counted by the database.
 *
 * @param customers number of rows
 * @param scored those with a number
 * @param ineligible those without
 * @param outOfRange rows with a value outside its range
 * @param incomplete rows with a number that lack another that belongs to it
 * @param spread how the customers are spread
 */
public record SlotTotals(
        long customers, long scored, long ineligible, long outOfRange, long incomplete, SegmentSpread spread) {

    /** Adds up segments. */
    static final class Sum {

        private final Map<String, Long> segments = new HashMap<>();
        private long customers;
        private long scored;
        private long ineligible;
        private long outOfRange;
        private long incomplete;
        private BigDecimal churn = BigDecimal.ZERO;
        private long withChurn;

        void add(ResultSet segment) throws SQLException {
            segments.put(segment.getString("segment"), segment.getLong("customers"));
            customers += segment.getLong("customers");
            scored += segment.getLong("scored");
            ineligible += segment.getLong("ineligible");
            outOfRange += segment.getLong("out_of_range");
            incomplete += segment.getLong("incomplete");
            churn = churn.add(segment.getBigDecimal("churn_sum"));
            withChurn += segment.getLong("churn_count");
        }

        SlotTotals totals() {
            return new SlotTotals(
                    customers,
                    scored,
                    ineligible,
                    outOfRange,
                    incomplete,
                    SegmentSpread.of(segments, churn, withChurn));
        }
    }
}
