package io.allegiance.history;

import io.allegiance.calendar.OpenDays;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A customer with all days up to a date.
 *
 * @param customerId who
 * @param days in order of their dates; empty where none is left
 */
public record CustomerDays(String customerId, List<HistoryDay> days) {

    public CustomerDays {
        days = List.copyOf(days);
    }

    /** Folds the history as of a date, its gaps in open days; empty without a day. */
    public Optional<PurchaseHistory> findHistory(LocalDate asOf, OpenDays openDays) {
        if (days.isEmpty()) {
            return Optional.empty();
        }
        HistoryFold fold = new HistoryFold(customerId, asOf, openDays);
        days.forEach(fold::addDay);
        return Optional.of(fold.toPurchaseHistory());
    }
}
