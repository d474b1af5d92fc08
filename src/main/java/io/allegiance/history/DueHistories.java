package io.allegiance.history;

import io.allegiance.intake.CustomerOrder;
import io.allegiance.platform.Columns;
import io.allegiance.platform.RowCursor;
import io.allegiance.platform.RowStream;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Folds the customers whose histories are due, one after the other: their days with what was bought on them, and their
 * incidents come in two streams, each in order of customer and date.
 */
public final class DueHistories implements AutoCloseable {

    private final SharedNames shared = new SharedNames();
    private final RowCursor<DayRow> days;
    private final RowCursor<IncidentRow> incidents;
    private final LocalDate asOf;
    private final FoldRules rules;

    /**
     * @param days a started stream of customer, number of the business date (NULL for none), purchase day, spend, quantity, returned,
     *     lines with a known discount, lines at full price, products
     * @param incidents a started stream of customer, number of the date
     */
    DueHistories(RowStream days, RowStream incidents, LocalDate asOf, FoldRules rules) {
        this.days = new RowCursor<>(days, this::toDay);
        this.incidents = new RowCursor<>(incidents, DueHistories::toIncident);
        this.asOf = asOf;
        this.rules = rules;
    }

    /** Reads the next customer's history; null when there are no more. */
    public @Nullable CustomerHistory read() {
        DayRow next = days.peek();
        if (next == null) {
            return null;
        }
        String customer = next.customerId();
        HistoryFold fold = new HistoryFold(customer, asOf);
        LoyaltyFold loyalty = new LoyaltyFold(asOf, rules);
        boolean any = false;
        for (; next != null && next.customerId().equals(customer); next = days.peek()) {
            LoyaltyDay day = next.day();
            if (day != null) {
                fold.add(day.day());
                loyalty.add(day);
                any = true;
            }
            days.advance();
        }
        takeIncidents(customer, loyalty);
        return new CustomerHistory(customer, any ? fold.toPurchaseHistory().with(loyalty.toFacts()) : null);
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
        try (days;
                incidents) {
            // Each is closed, whatever becomes of the others.
        }
    }

    private DayRow toDay(Columns row) throws SQLException {
        HistoryDay day = HistoryColumns.readDay(row);
        return new DayRow(
                row.requiredText(1),
                day == null
                        ? null
                        : new LoyaltyDay(
                                day,
                                row.number(6) != 0,
                                row.whole(7),
                                row.whole(8),
                                ProductText.read(row.text(9), shared)));
    }

    private static IncidentRow toIncident(Columns row) throws SQLException {
        return new IncidentRow(row.requiredText(1), row.requiredDay(2));
    }

    private record DayRow(String customerId, @Nullable LoyaltyDay day) {}

    private record IncidentRow(String customerId, LocalDate date) {}
}
