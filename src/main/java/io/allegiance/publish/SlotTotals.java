package io.allegiance.publish;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * The totals of a slot, counted by the database.
 *
 * @param customers number of rows
 * @param scored those with a number
 * @param ineligible those without
 * @param outOfRange rows with a value outside its range
 * @param incomplete rows with a number that lack another that belongs to it, each lack of P(alive) counted beside the others; P(alive)
 *     may be unknown for everybody, but not for some
 * @param spread how the customers are spread
 */
public record SlotTotals(
        long customers, long scored, long ineligible, long outOfRange, long incomplete, SegmentSpread spread) {

    /** A segment of a part of a slot. */
    record OfSegment(String segment, SlotTotals counts, long aliveUnknown, BigDecimal churn, long withChurn) {}

    static OfSegment toSegment(ResultSet row, int number) throws SQLException {
        return new OfSegment(
                row.getString("segment"),
                new SlotTotals(
                        row.getLong("customers"),
                        row.getLong("scored"),
                        row.getLong("ineligible"),
                        row.getLong("out_of_range"),
                        row.getLong("incomplete"),
                        SegmentSpread.NOBODY),
                row.getLong("alive_unknown"),
                row.getBigDecimal("churn_sum"),
                row.getLong("churn_count"));
    }

    /**
     * Adds up segments. Totals themselves do not add up, because whether P(alive) is unknown for everybody, and the mean churn
     * probability, are known of the whole alone. For one thread.
     */
    public static final class Sum {

        private final Map<String, Long> segments = new HashMap<>();
        private long customers;
        private long scored;
        private long ineligible;
        private long outOfRange;
        private long incomplete;
        private long aliveUnknown;
        private BigDecimal churn = BigDecimal.ZERO;
        private long withChurn;

        void addPart(OfSegment part) {
            SlotTotals counts = part.counts();
            segments.merge(part.segment(), counts.customers(), Long::sum);
            customers += counts.customers();
            scored += counts.scored();
            ineligible += counts.ineligible();
            outOfRange += counts.outOfRange();
            incomplete += counts.incomplete();
            aliveUnknown += part.aliveUnknown();
            churn = churn.add(part.churn());
            withChurn += part.withChurn();
        }

        /** Adds all segments of another sum, such as that of another database, which stays as it is. */
        public void merge(Sum other) {
            Map.copyOf(other.segments).forEach((segment, number) -> segments.merge(segment, number, Long::sum));
            customers += other.customers;
            scored += other.scored;
            ineligible += other.ineligible;
            outOfRange += other.outOfRange;
            incomplete += other.incomplete;
            aliveUnknown += other.aliveUnknown;
            churn = churn.add(other.churn);
            withChurn += other.withChurn;
        }

        /** The totals of all segments added. */
        public SlotTotals totals() {
            return new SlotTotals(
                    customers,
                    scored,
                    ineligible,
                    outOfRange,
                    incomplete + (aliveUnknown == scored ? 0 : aliveUnknown),
                    SegmentSpread.of(segments, churn, withChurn));
        }
    }
}
