package io.allegiance.history;

import io.allegiance.calendar.OpenDays;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A customer with all days up to a date.
 *
 * @param customerId who
 * @param days in order of their dates, no return taken off; empty where none is left
 * @param deductions what the returns take off
 */
public record CustomerDays(String customerId, List<HistoryDay> days, Deductions deductions) {

    public CustomerDays {
        days = List.copyOf(days);
    }

    /** A customer who returned nothing. */
    public CustomerDays(String customerId, List<HistoryDay> days) {
        this(customerId, days, Deductions.NONE);
    }

    /** A customer whose days come in order of their dates, with what was returned on them. */
    public static CustomerDays of(String customerId, List<TradeDay> days) {
        return new CustomerDays(customerId, days.stream().map(TradeDay::day).toList(), NetSpend.deduct(days));
    }

    /** Folds the history as of a date, its spend net and its gaps in open days; empty without a day. */
    public Optional<PurchaseHistory> findHistory(LocalDate asOf, OpenDays openDays) {
        if (days.isEmpty()) {
            return Optional.empty();
        }
        HistoryFold fold = new HistoryFold(customerId, asOf, openDays);
        deductions.net(days, asOf).forEach(fold::addDay);
        return Optional.of(fold.toPurchaseHistory());
    }
}
