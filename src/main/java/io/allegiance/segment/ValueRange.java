package io.allegiance.segment;

/**
 * The values from one to another, both included, in the whole units of a field. The unknown value is -1, so that each
 * known value is a neighbour of the next, and the unknown one of 0.
 */
public record ValueRange(long from, long to) {

    static final long UNKNOWN_VALUE = -1;
    static final ValueRange UNKNOWN = new ValueRange(UNKNOWN_VALUE, UNKNOWN_VALUE);

    public ValueRange {
        if (from > to) {
            throw new IllegalArgumentException("a range must not run backwards; was " + from + " to " + to);
        }
    }

    boolean contains(long value) {
        return from <= value && value <= to;
    }

    boolean contains(ValueRange other) {
        return from <= other.from && other.to <= to;
    }

    boolean meets(ValueRange other) {
        return from <= other.to && other.from <= to;
    }

    /** Returns the intersection with a range that overlaps this one. */
    ValueRange intersection(ValueRange other) {
        return new ValueRange(Math.max(from, other.from), Math.min(to, other.to));
    }

    /** Returns the range without the unknown value, unless it is the only one. */
    ValueRange preferKnown() {
        return from == UNKNOWN_VALUE && to > UNKNOWN_VALUE ? new ValueRange(0, to) : this;
    }
}
