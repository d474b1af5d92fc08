package io.allegiance.demo;

import java.util.ArrayList;
import java.util.List;

/**
 * One visit's purchase.
 *
 * @param secondOfDay when
 * @param channel where from
 * @param store which one; empty for what was ordered
 */
record Receipt(int secondOfDay, String channel, String store, List<Line> lines) {

    Receipt(int secondOfDay, String channel, String store) {
        this(secondOfDay, channel, store, new ArrayList<>());
    }

    /** One line: so many of a product, what was paid for them and how much less than the full price that was, in cents. */
    record Line(int category, int product, int quantity, int paid, int discount) {}
}
