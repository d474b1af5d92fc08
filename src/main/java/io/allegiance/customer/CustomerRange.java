package io.allegiance.customer;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A range of customers by the bytes of their ids: what a partition works on.
 *
 * @param number of the partition, from 0
 * @param from first id, inclusive; empty for the first range, which also has the lines without a customer
 * @param to first id beyond it; null for the last range, which stays open
 */
public record CustomerRange(
        int number, String from, @Nullable String to) {

    /**
     * Returns the ranges that bounds, in order and distinct, cut all customers into: one more than there are bounds.
     */
    public static List<CustomerRange> between(List<String> bounds) {
        List<CustomerRange> ranges = new ArrayList<>();
        String from = "";
        for (String bound : bounds) {
            ranges.add(new CustomerRange(ranges.size(), from, bound));
            from = bound;
        }
        ranges.add(new CustomerRange(ranges.size(), from, null));
        return ranges;
    }

    /** Returns whether this is the first range, which also holds the lines without a customer. */
    public boolean isFirst() {
        return number == 0;
    }
}
