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

    /** One line: a product, its quantity, the amount paid and the discount, in cents. */
    record Line(int category, int product, int quantity, int paid, int discount) {}
}
