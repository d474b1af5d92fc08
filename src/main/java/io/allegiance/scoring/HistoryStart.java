package io.allegiance.scoring;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds the day on which a shop's history begins: the day by which one customer in a hundred had bought for the first time, so
 * that a few lines with absurd dates make no long history of a short one.
 *
 * <p>Of n customers with first purchase days d₀ ≤ d₁ ≤ … it is d of ⌊n / 100⌋. First days are counted day by day, so neither
 * does the order of the customers matter nor does memory grow with their number. For one thread.
 */
final class HistoryStart {

    private static final int ONE_IN = 100;

    private final TreeMap<LocalDate, Long> firstDays = new TreeMap<>();
    private long customers;

    /** Adds a customer by the first purchase day. */
    void addCustomer(LocalDate firstPurchaseDay) {
        firstDays.merge(firstPurchaseDay, 1L, Long::sum);
        customers++;
    }

    /** Adds all customers of another one, which stays as it is. */
    void merge(HistoryStart other) {
        Map.copyOf(other.firstDays).forEach((day, number) -> firstDays.merge(day, number, Long::sum));
        customers += other.customers;
    }

    /** Finds the day; empty without customers. */
    Optional<LocalDate> find() {
        long before = 0;
        for (Map.Entry<LocalDate, Long> day : firstDays.entrySet()) {
            before += day.getValue();
            if (before > customers / ONE_IN) {
                return Optional.of(day.getKey());
            }
        }
        return Optional.empty();
    }
}
