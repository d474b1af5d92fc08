package io.allegiance.history;

import io.allegiance.intake.CustomerOrder;
import io.allegiance.platform.RowCursor;
import io.allegiance.platform.RowStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Folds the customers whose histories are due, one after the other: their days, the products of those days, and their
 * incidents come in three streams, each in order of customer and date.
 */
public final class DueHistories implements AutoCloseable {

    private final SharedNames shared = new SharedNames();
    private final RowCursor<DayRow> days;
    private final RowCursor<ProductRow> products;
    private final RowCursor<IncidentRow> incidents;
    private final LocalDate asOf;
    private final FoldRules rules;

    /**
     * @param days a started stream of customer, business date (NULL for none), purchase day, spend, quantity, returned,
     *     lines with a known discount, lines at full price
     * @param products a started stream of customer, business date, product, category, lines
     * @param incidents a started stream of customer, date
     */
    DueHistories(RowStream days, RowStream products, RowStream incidents, LocalDate asOf, FoldRules rules) {
        this.days = new RowCursor<>(days, DueHistories::toDay);
        this.products = new RowCursor<>(products, this::toProduct);
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
            HistoryDay day = next.day();
            if (day != null) {
                fold.add(day);
                loyalty.add(next.with(takeProducts(customer, day.businessDate())));
                any = true;
            }
            days.advance();
        }
        takeIncidents(customer, loyalty);
        return new CustomerHistory(customer, any ? fold.toPurchaseHistory().with(loyalty.toFacts()) : null);
    }

    private List<LoyaltyDay.ProductLines> takeProducts(String customer, LocalDate date) {
        List<LoyaltyDay.ProductLines> taken = new ArrayList<>();
        for (ProductRow next = products.peek(); next != null && next.isUpTo(customer, date); next = products.peek()) {
            if (next.customerId().equals(customer) && next.date().equals(date)) {
                taken.add(next.lines());
            }
            products.advance();
        }
        return taken;
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
                products;
                incidents) {
            // Each is closed, whatever becomes of the others.
        }
    }

    private static DayRow toDay(ResultSet row, int number) throws SQLException {
        return new DayRow(
                row.getString(1), HistoryColumns.readDay(row), row.getBoolean(6), row.getInt(7), row.getInt(8));
    }

    private ProductRow toProduct(ResultSet row, int number) throws SQLException {
        return new ProductRow(
                row.getString(1),
                row.getObject(2, LocalDate.class),
                new LoyaltyDay.ProductLines(row.getString(3), shared.share(row.getString(4)), row.getInt(5)));
    }

    private static IncidentRow toIncident(ResultSet row, int number) throws SQLException {
        return new IncidentRow(row.getString(1), row.getObject(2, LocalDate.class));
    }

    private record DayRow(
            String customerId, @Nullable HistoryDay day, boolean returned, int discountKnownLines, int fullPriceLines) {

        LoyaltyDay with(List<LoyaltyDay.ProductLines> products) {
            if (day == null) {
                throw new IllegalStateException("the row has no day");
            }
            return new LoyaltyDay(day, returned, discountKnownLines, fullPriceLines, products);
        }
    }

    private record ProductRow(String customerId, LocalDate date, LoyaltyDay.ProductLines lines) {

        boolean isUpTo(String customer, LocalDate day) {
            int order = CustomerOrder.compare(customerId, customer);
            return order < 0 || (order == 0 && !date.isAfter(day));
        }
    }

    private record IncidentRow(String customerId, LocalDate date) {}
}
