package io.allegiance.history.store;

import io.allegiance.customer.CustomerOrder;
import io.allegiance.history.CustomerHistory;
import io.allegiance.history.FoldRules;
import io.allegiance.history.HistoryFold;
import io.allegiance.history.LoyaltyDay;
import io.allegiance.history.LoyaltyFold;
import io.allegiance.history.PurchaseHistory;
import io.allegiance.history.SharedNames;
import io.allegiance.platform.read.Columns;
import io.allegiance.platform.read.RowCursor;
import io.allegiance.platform.read.RowStream;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Folds the customers whose histories are due, one after the other; of those due in their windows alone, the windows, unless they returned something in them.
 * Who they are, with the stored history of the latter, their days and their incidents come in streams in order of
 * customer, the days for some hundred customers at a time.
 */
public final class DueHistories implements AutoCloseable {

    private final SharedNames shared = new SharedNames();
    private final RowStream due;
    private final RowStream dayRows;
    private final RowStream windowRows;
    private final RowCursor<IncidentRow> incidents;
    private final LocalDate asOf;
    private final FoldRules rules;
    private Iterator<Due> customers = Collections.emptyIterator();
    private @Nullable RowCursor<SomeCustomers.OfCustomer<DueDay>> days;
    private @Nullable WindowDays windows;

    /**
     * @param due a started stream of customer, and the stored history where its windows alone are due
     * @param days a stream to ask for the days of the others
     * @param windowDays a stream to ask for the days in the windows
     * @param incidents a started stream of customer, number of the date
     */
    DueHistories(
            RowStream due, RowStream days, RowStream windowDays, RowStream incidents, LocalDate asOf, FoldRules rules) {
        this.due = due;
        this.dayRows = days;
        this.windowRows = windowDays;
        this.incidents = new RowCursor<>(incidents, DueHistories::toIncident);
        this.asOf = asOf;
        this.rules = rules;
    }

    /** Reads the next customer's history; null at the end. */
    public @Nullable CustomerHistory read() {
        if (!customers.hasNext()) {
            queryNextDays();
        }
        if (!customers.hasNext()) {
            return null;
        }
        Due customer = customers.next();
        PurchaseHistory stored = customer.stored();
        return stored == null || windows == null || isWholeDue(customer)
                ? foldWhole(customer.customerId())
                : new CustomerHistory(customer.customerId(), windows.fold(stored));
    }

    private CustomerHistory foldWhole(String customer) {
        HistoryFold fold = new HistoryFold(customer, asOf, rules.openDays());
        LoyaltyFold loyalty = new LoyaltyFold(asOf, rules);
        List<LoyaltyDay> net = DueDay.net(SomeCustomers.take(days, customer), asOf);
        for (LoyaltyDay day : net) {
            fold.addDay(day.day());
            loyalty.addDay(day);
        }
        takeIncidents(customer, loyalty);
        return new CustomerHistory(
                customer, net.isEmpty() ? null : fold.toPurchaseHistory().with(loyalty.toFacts()));
    }

    private void queryNextDays() {
        List<Due> next = new ArrayList<>();
        for (Due customer = nextDue();
                customer != null;
                customer = next.size() < SomeCustomers.MOST ? nextDue() : null) {
            next.add(customer);
        }
        customers = next.iterator();
        windows = WindowDays.read(windowRows, ids(next, customer -> customer.stored() != null), asOf);
        days = SomeCustomers.query(
                dayRows,
                "history/store/stream_days_of",
                ids(next, this::isWholeDue),
                row -> DueDay.read(row, shared),
                asOf);
    }

    /** A return may belong to a day in front of the windows, so of a customer who returned something all days are needed. */
    private boolean isWholeDue(Due customer) {
        return customer.stored() == null || (windows != null && windows.hasReturns(customer.customerId()));
    }

    private static List<String> ids(List<Due> customers, Predicate<Due> which) {
        return customers.stream().filter(which).map(Due::customerId).toList();
    }

    private @Nullable Due nextDue() {
        return due.read(this::toDue);
    }

    private void takeIncidents(String customer, LoyaltyFold loyalty) {
        for (IncidentRow next = incidents.peek();
                next != null && CustomerOrder.compare(next.customerId(), customer) <= 0;
                next = incidents.peek()) {
            if (next.customerId().equals(customer)) {
                loyalty.addIncident(next.date());
            }
            incidents.advance();
        }
    }

    @Override
    public void close() {
        try (due;
                dayRows;
                windowRows;
                incidents) {
            // Each stream is closed, even when closing another fails.
        }
    }

    private Due toDue(Columns row) throws SQLException {
        String customer = row.requiredText(HistoryColumns.COUNT + 1);
        return new Due(customer, row.text(1) == null ? null : HistoryColumns.read(row, shared));
    }

    private static IncidentRow toIncident(Columns row) throws SQLException {
        return new IncidentRow(row.requiredText(1), row.requiredDay(2));
    }

    /** A customer whose history is due: the windows of the stored history, or, where that is null, all of it. */
    private record Due(String customerId, @Nullable PurchaseHistory stored) {}

    private record IncidentRow(String customerId, LocalDate date) {}
}
