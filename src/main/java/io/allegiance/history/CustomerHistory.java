package io.allegiance.history;

import org.jspecify.annotations.Nullable;

/**
 * A customer with the history as it is now.
 *
 * @param customerId who
 * @param history null where no day is left up to the date
 */
public record CustomerHistory(String customerId, @Nullable PurchaseHistory history) {}
