package io.allegiance.history.store;

import io.allegiance.customer.CustomerOrder;
import io.allegiance.history.CustomerHistory;
import io.allegiance.history.FoldRules;
import io.allegiance.history.HistoryDay;
import io.allegiance.history.HistoryFold;
import io.allegiance.history.LoyaltyDay;
import io.allegiance.history.LoyaltyFacts;
import io.allegiance.history.LoyaltyFold;
import io.allegiance.history.ProductText;
import io.allegiance.history.PurchaseHistory;
import io.allegiance.history.RecentWindowsFold;
import io.allegiance.history.SharedNames;
import io.allegiance.history.SpendGrowthFold;
import io.allegiance.platform.read.Columns;
import io.allegiance.platform.read.RowCursor;
import io.allegiance.platform.read.RowReader;
import io.allegiance.platform.read.RowStream;
import io.allegiance.platform.sql.Sql;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Folds the customers whose histories are due, one after the other; of those due in their windows alone, the windows.
 * Who they are, with the stored history of the latter, their days and their incidents come in streams in order of
 * customer, the days for some hundred customers at a time.
 */
public final class DueHistories implements AutoCloseable {

    /** How many customers' days one query asks for. */
    private static final int CUSTOMERS = 500;

    /** The smaller number of ids in a statement, because a statement with many costs more than a few customers do. */
    private static final int[] PLACES = {10, 100, CUSTOMERS};

    private final SharedNames shared = new SharedNames();
    private final RowStream due;
    private final RowStream dayRows;
    private final RowStream windowRows;
    private final RowCursor<IncidentRow> incidents;
    private final LocalDate asOf;
    private final FoldRules rules;
    private Iterator<Due> customers = Collections.emptyIterator();
    private @Nullable RowCursor<OfCustomer<LoyaltyDay>> days;
    private @Nullable RowCursor<OfCustomer<WindowDay>> windowDays;

    /**
     * @param due a started stream of customer, and the stored history where its windows alone are due
     * @param days a stream to ask for the days of the others
     * @param windowDays a stream to ask for the purchase days in the windows
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
        return customer.stored() == null
                ? foldWhole(customer.customerId())
                : foldWindows(customer.customerId(), customer.stored());
    }

    private CustomerHistory foldWhole(String customer) {
        HistoryFold fold = new HistoryFold(customer, asOf, rules.openDays());
        LoyaltyFold loyalty = new LoyaltyFold(asOf, rules);
        boolean any = false;
        for (LoyaltyDay day = takeDay(days, customer); day != null; day = takeDay(days, customer)) {
            fold.addDay(day.day());
            loyalty.addDay(day);
            any = true;
        }
        takeIncidents(customer, loyalty);
        return new CustomerHistory(customer, any ? fold.toPurchaseHistory().with(loyalty.toFacts()) : null);
    }

    private CustomerHistory foldWindows(String customer, PurchaseHistory stored) {
        RecentWindowsFold recent = new RecentWindowsFold(asOf);
        SpendGrowthFold growth = new SpendGrowthFold(asOf);
        for (WindowDay day = takeDay(windowDays, customer); day != null; day = takeDay(windowDays, customer)) {
            recent.addDay(day.date(), day.spend());
            growth.addDay(day.date(), day.spend());
        }
        return new CustomerHistory(customer, stored.withWindows(recent.toRecent(), growth.toGrowth()));
    }

    private static <D> @Nullable D takeDay(@Nullable RowCursor<OfCustomer<D>> asked, String customer) {
        OfCustomer<D> next = asked == null ? null : asked.peek();
        if (asked == null || next == null || !next.customerId().equals(customer)) {
            return null;
        }
        asked.advance();
        return next.day();
    }

    private void queryNextDays() {
        List<Due> next = new ArrayList<>();
        for (Due customer = nextDue(); customer != null; customer = next.size() < CUSTOMERS ? nextDue() : null) {
            next.add(customer);
        }
        customers = next.iterator();
        days = queryRows(dayRows, "history/store/stream_days_of", ids(next, true), this::toLoyaltyDay, asOf);
        windowDays = queryRows(
                windowRows,
                "history/store/stream_window_days_of",
                ids(next, false),
                DueHistories::toWindowDay,
                asOf.minusDays(2L * LoyaltyFacts.YEAR_DAYS),
                asOf);
    }

    private static List<String> ids(List<Due> customers, boolean whole) {
        return customers.stream()
                .filter(customer -> whole == (customer.stored() == null))
                .map(Due::customerId)
                .toList();
    }

    /** Queries the days of some customers; null for none. */
    private static <D> @Nullable RowCursor<OfCustomer<D>> queryRows(
            RowStream rows, String query, List<String> ids, RowReader<OfCustomer<D>> reader, LocalDate... dates) {
        if (ids.isEmpty()) {
            return null;
        }
        int places = Arrays.stream(PLACES)
                .filter(enough -> enough >= ids.size())
                .findFirst()
                .orElseThrow();
        List<Object> parameters = new ArrayList<>(ids);
        parameters.addAll(Collections.nCopies(places - ids.size(), ids.get(0)));
        parameters.addAll(List.of(dates));
        String sql = Sql.get(query).replace("(?)", "(" + String.join(", ", Collections.nCopies(places, "?")) + ")");
        rows.query(sql, parameters.toArray());
        return new RowCursor<>(rows, reader);
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

    private OfCustomer<LoyaltyDay> toLoyaltyDay(Columns row) throws SQLException {
        return new OfCustomer<>(
                customer(row),
                new LoyaltyDay(
                        toDay(row),
                        row.number(6) != 0,
                        row.whole(7),
                        row.whole(8),
                        ProductText.read(row.text(9), shared)));
    }

    private static OfCustomer<WindowDay> toWindowDay(Columns row) throws SQLException {
        return new OfCustomer<>(customer(row), new WindowDay(row.requiredDay(2), row.unitsOrNull(3)));
    }

    private static String customer(Columns row) throws SQLException {
        return Objects.requireNonNull(row.repeatedText(1));
    }

    private static HistoryDay toDay(Columns row) throws SQLException {
        return Objects.requireNonNull(HistoryColumns.readDay(row));
    }

    private static IncidentRow toIncident(Columns row) throws SQLException {
        return new IncidentRow(row.requiredText(1), row.requiredDay(2));
    }

    /** A customer whose history is due: the windows of the stored history, or, where that is null, all of it. */
    private record Due(String customerId, @Nullable PurchaseHistory stored) {}

    private record OfCustomer<D>(String customerId, D day) {}

    /** A purchase day as windows are folded from it; its spend may be unknown. */
    private record WindowDay(LocalDate date, @Nullable Long spend) {}

    private record IncidentRow(String customerId, LocalDate date) {}
}
