package io.allegiance.history.store;

import io.allegiance.history.LoyaltyFacts;
import io.allegiance.history.PurchaseHistory;
import io.allegiance.history.RecentWindowsFold;
import io.allegiance.history.SpendGrowthFold;
import io.allegiance.platform.read.Columns;
import io.allegiance.platform.read.RowCursor;
import io.allegiance.platform.read.RowStream;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The days in the windows of some customers that end on a date. */
final class WindowDays {

    private final LocalDate asOf;
    private final Map<String, List<WindowDay>> customers = new HashMap<>();

    private WindowDays(LocalDate asOf) {
        this.asOf = asOf;
    }

    /** A day; its spend may be unknown. */
    private record WindowDay(LocalDate date, @Nullable Long spend, boolean purchaseDay, boolean returned) {}

    /** Reads the days of customers by a stream that can be asked. */
    static WindowDays read(RowStream rows, List<String> ids, LocalDate asOf) {
        WindowDays read = new WindowDays(asOf);
        RowCursor<SomeCustomers.OfCustomer<WindowDay>> days = SomeCustomers.query(
                rows,
                "history/store/stream_window_days_of",
                ids,
                WindowDays::toDay,
                asOf.minusDays(2L * LoyaltyFacts.YEAR_DAYS),
                asOf);
        for (SomeCustomers.OfCustomer<WindowDay> next = days == null ? null : days.peek();
                days != null && next != null;
                next = days.peek()) {
            read.customers
                    .computeIfAbsent(next.customerId(), id -> new ArrayList<>())
                    .add(next.day());
            days.advance();
        }
        return read;
    }

    private static WindowDay toDay(Columns row) throws SQLException {
        return new WindowDay(row.requiredDay(2), row.unitsOrNull(3), row.number(4) != 0, row.number(5) != 0);
    }

    /** Whether a customer returned something: days in front of the windows tell what that is taken off. */
    boolean hasReturns(String customer) {
        return daysOf(customer).stream().anyMatch(WindowDay::returned);
    }

    /** The history with its windows folded again, of a customer without returns in them. */
    PurchaseHistory fold(PurchaseHistory stored) {
        RecentWindowsFold recent = new RecentWindowsFold(asOf);
        SpendGrowthFold growth = new SpendGrowthFold(asOf);
        for (WindowDay day : daysOf(stored.customerId())) {
            if (day.purchaseDay()) {
                recent.addDay(day.date(), day.spend());
                growth.addDay(day.date(), day.spend());
            }
        }
        return stored.withWindows(recent.toRecent(), growth.toGrowth());
    }

    private List<WindowDay> daysOf(String customer) {
        return customers.getOrDefault(customer, List.of());
    }
}
