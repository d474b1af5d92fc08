package io.allegiance.history;

import io.allegiance.intake.CustomerOrder;
import io.allegiance.platform.Columns;
import io.allegiance.platform.RowCursor;
import io.allegiance.platform.RowStream;
import io.allegiance.platform.Sql;
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
 * Folds the customers whose histories are due, one after the other. Who they are, their days with what was bought on them, and their
 * incidents come in three streams in order of customer, the days for some hundred customers at a time.
 */
public final class DueHistories implements AutoCloseable {

    /** So many customers' days are asked for at once. */
    private static final int CUSTOMERS = 500;

    /** In a statement with places for so many ids, because one with many costs more than a few customers do. */
    private static final int[] PLACES = {10, 100, CUSTOMERS};

    private final SharedNames shared = new SharedNames();
    private final RowStream due;
    private final RowStream dayRows;
    private final RowCursor<IncidentRow> incidents;
    private final LocalDate asOf;
    private final FoldRules rules;
    private Iterator<String> customers = Collections.emptyIterator();
    private @Nullable RowCursor<DayRow> days;

    /**
     * @param due a started stream of customers
     * @param days a stream to ask for their days
     * @param incidents a started stream of customer, number of the date
     */
    DueHistories(RowStream due, RowStream days, RowStream incidents, LocalDate asOf, FoldRules rules) {
        this.due = due;
        this.dayRows = days;
        this.incidents = new RowCursor<>(incidents, DueHistories::toIncident);
        this.asOf = asOf;
        this.rules = rules;
    }

    /** Reads the next customer's history; null when there are no more. */
    public @Nullable CustomerHistory read() {
        if (!customers.hasNext()) {
            askForDays();
        }
        RowCursor<DayRow> asked = days;
        if (asked == null || !customers.hasNext()) {
            return null;
        }
        String customer = customers.next();
        HistoryFold fold = new HistoryFold(customer, asOf);
        LoyaltyFold loyalty = new LoyaltyFold(asOf, rules);
        boolean any = false;
        for (DayRow next = asked.peek(); next != null && next.customerId().equals(customer); next = asked.peek()) {
            fold.add(next.day().day());
            loyalty.add(next.day());
            any = true;
            asked.advance();
        }
        takeIncidents(customer, loyalty);
        return new CustomerHistory(customer, any ? fold.toPurchaseHistory().with(loyalty.toFacts()) : null);
    }

    private void askForDays() {
        List<String> next = new ArrayList<>();
        for (String customer = nextDue(); customer != null; customer = next.size() < CUSTOMERS ? nextDue() : null) {
            next.add(customer);
        }
        if (next.isEmpty()) {
            return;
        }
        int places = Arrays.stream(PLACES)
                .filter(enough -> enough >= next.size())
                .findFirst()
                .orElseThrow();
        List<Object> parameters = new ArrayList<>(next);
        parameters.addAll(Collections.nCopies(places - next.size(), next.get(0)));
        parameters.add(asOf);
        dayRows.query(daysOf(places), parameters.toArray());
        days = new RowCursor<>(dayRows, this::toDay);
        customers = next.iterator();
    }

    private static String daysOf(int places) {
        return Sql.get("history/stream_days_of")
                .replace("(?)", "(" + String.join(", ", Collections.nCopies(places, "?")) + ")");
    }

    private @Nullable String nextDue() {
        return due.read(row -> row.requiredText(1));
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
                incidents) {
            // Each is closed, whatever becomes of the others.
        }
    }

    private DayRow toDay(Columns row) throws SQLException {
        HistoryDay day = Objects.requireNonNull(HistoryColumns.readDay(row));
        return new DayRow(
                row.requiredText(1),
                new LoyaltyDay(
                        day, row.number(6) != 0, row.whole(7), row.whole(8), ProductText.read(row.text(9), shared)));
    }

    private static IncidentRow toIncident(Columns row) throws SQLException {
        return new IncidentRow(row.requiredText(1), row.requiredDay(2));
    }

    private record DayRow(String customerId, LoyaltyDay day) {}

    private record IncidentRow(String customerId, LocalDate date) {}
}
