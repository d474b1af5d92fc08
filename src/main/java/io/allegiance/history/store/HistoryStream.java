package io.allegiance.history.store;

import io.allegiance.calendar.OpenDays;
import io.allegiance.history.CustomerDays;
import io.allegiance.history.CustomerHistory;
import io.allegiance.history.HistoryDay;
import io.allegiance.history.Keys;
import io.allegiance.history.LoyaltyDay;
import io.allegiance.history.ProductText;
import io.allegiance.history.ReturnText;
import io.allegiance.history.SharedNames;
import io.allegiance.history.TradeDay;
import io.allegiance.platform.read.Columns;
import io.allegiance.platform.read.RowCursor;
import io.allegiance.platform.read.RowStream;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Folds streamed rows of days, in order of customer and date, into one history a customer. The days of those who returned something
 * are asked for again with what they bought, for some hundred customers at a time; the others do not pay for it.
 */
public final class HistoryStream implements AutoCloseable {

    private final RowStream rows;
    private final RowStream tradeRows;
    private final LocalDate asOf;
    private final OpenDays openDays;
    private final SharedNames shared = new SharedNames();
    private Iterator<CustomerDays> read = Collections.emptyIterator();
    private @Nullable Row ahead;

    /**
     * @param rows a started stream of customer, number of the business date (NULL for none), purchase day, spend,
     *     quantity, whether something was returned
     * @param tradeRows a stream to ask for the days of those who returned something
     * @param asOf the date of the histories
     * @param openDays of the shop, in which gaps are counted
     */
    HistoryStream(RowStream rows, RowStream tradeRows, LocalDate asOf, OpenDays openDays) {
        this.rows = rows;
        this.tradeRows = tradeRows;
        this.asOf = asOf;
        this.openDays = openDays;
        this.ahead = nextRow();
    }

    /** Reads the next customer's history; null at the end. */
    public @Nullable CustomerHistory read() {
        CustomerDays next = readDays();
        return next == null
                ? null
                : new CustomerHistory(
                        next.customerId(), next.findHistory(asOf, openDays).orElse(null));
    }

    /** Reads the next customer with the days themselves; null at the end. */
    public @Nullable CustomerDays readDays() {
        if (!read.hasNext()) {
            read = readSome().iterator();
        }
        return read.hasNext() ? read.next() : null;
    }

    private List<CustomerDays> readSome() {
        List<CustomerDays> some = new ArrayList<>();
        List<String> returned = new ArrayList<>();
        while (ahead != null && some.size() < SomeCustomers.MOST) {
            some.add(readCustomer(ahead.customerId(), returned));
        }
        RowCursor<SomeCustomers.OfCustomer<TradeDay>> trade =
                SomeCustomers.query(tradeRows, "history/store/stream_trade_days_of", returned, this::toTradeDay, asOf);
        int next = 0;
        for (int i = 0; i < some.size() && next < returned.size(); i++) {
            String customer = some.get(i).customerId();
            if (customer.equals(returned.get(next))) {
                some.set(i, CustomerDays.of(customer, SomeCustomers.take(trade, customer)));
                next++;
            }
        }
        return some;
    }

    private CustomerDays readCustomer(String customer, List<String> returned) {
        List<HistoryDay> days = new ArrayList<>();
        boolean any = false;
        while (ahead != null && ahead.customerId().equals(customer)) {
            if (ahead.day() != null) {
                days.add(ahead.day());
            }
            any |= ahead.returned();
            ahead = nextRow();
        }
        if (any) {
            returned.add(customer);
        }
        return new CustomerDays(customer, days);
    }

    private @Nullable Row nextRow() {
        return rows.read(HistoryStream::toRow);
    }

    private static Row toRow(Columns row) throws SQLException {
        return new Row(row.requiredText(1), HistoryColumns.readDay(row), row.number(6) != 0);
    }

    private TradeDay toTradeDay(Columns row) throws SQLException {
        return new TradeDay(
                HistoryColumns.readRequiredDay(row),
                Keys.ofBytes(row.bytes(7)),
                Keys.ofNames(ProductText.read(row.text(6), shared).stream()
                        .map(LoyaltyDay.ProductLines::product)
                        .toList()),
                ReturnText.read(row.text(8)));
    }

    @Override
    public void close() {
        try (rows;
                tradeRows) {
            // Each stream is closed, even when closing the other fails.
        }
    }

    private record Row(String customerId, @Nullable HistoryDay day, boolean returned) {}
}
