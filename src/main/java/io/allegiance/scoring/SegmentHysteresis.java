package io.allegiance.scoring;

import io.allegiance.segment.SegmentRules;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a customer on an edge from moving to and fro between two segments every few nights.
 *
 * <p>Let a customer's segment in the publication before be s₀ since date t₀, after p₀, with recency score r₀, and let the
 * rules of the night of date d name the segment s, with recency score r. The customer moves to s, except that
 *
 * <pre>
 *     a move back is held   s = p₀  and  d ≤ t₀ + days
 *     unless they came back r - r₀ ≥ 2
 *     or s₀ means nothing   no rule names s₀
 * </pre>
 *
 * Held, the state stays as it was, so that the wait does not restart. A move to a third segment is never held, and neither
 * is one from or to {@code NO_PURCHASE}, which is a fact and no place on a scale. The night before and tonight's columns
 * decide it alone, so a rerun decides the same.
 *
 * @param days the number of days after a move during which the customer does not move back; 0 disables the hold
 * @param named the segments that rules name
 */
public record SegmentHysteresis(int days, Set<String> named) {

    /** The rise of the recency score from which on a customer has evidently come back. */
    private static final int COMEBACK = 2;

    public SegmentHysteresis {
        if (days < 0) {
            throw new IllegalArgumentException("a segment must be held for 0 days or more; was " + days);
        }
        named = Set.copyOf(named);
    }

    /**
     * The state of a customer.
     *
     * @param before from the publication before; null where the customer was not in it
     * @param tonight what would hold if nothing had been before: the segment of the rules since the score date
     * @param recencyScore of the night; null for a customer without a purchase
     */
    public SegmentState after(@Nullable PreviousSegment before, SegmentState tonight, @Nullable Integer recencyScore) {
        if (before == null) {
            return tonight;
        }
        return isHeld(before, tonight) && !isComeback(before.recencyScore(), recencyScore)
                ? before.state()
                : before.state().then(tonight.segment(), tonight.since());
    }

    private boolean isHeld(PreviousSegment before, SegmentState tonight) {
        SegmentState state = before.state();
        return tonight.segment().equals(state.previousSegment())
                && !tonight.segment().equals(SegmentRules.NO_PURCHASE)
                && named.contains(state.segment())
                && !tonight.since().isAfter(state.since().plusDays(days));
    }

    private static boolean isComeback(@Nullable Integer before, @Nullable Integer now) {
        return before != null && now != null && now - before >= COMEBACK;
    }
}
