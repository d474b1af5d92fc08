package io.allegiance.history.store;

import io.allegiance.calendar.OpenDays;
import io.allegiance.history.CustomerDays;
import io.allegiance.history.CustomerHistory;
import io.allegiance.history.HistoryDay;
import io.allegiance.platform.read.Columns;
import io.allegiance.platform.read.RowStream;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Folds streamed rows of days, in order of customer and date, into one history a customer. */
public final class HistoryStream implements AutoCloseable {

    private final RowStream rows;
    private final LocalDate asOf;
    private final OpenDays openDays;
    private @Nullable Row ahead;

    /**
     * @param rows a started stream of customer, number of the business date (NULL for none), purchase day, spend,
     *     quantity
     * @param asOf the date of the histories
     * @param openDays of the shop, in which gaps are counted
     */
    HistoryStream(RowStream rows, LocalDate asOf, OpenDays openDays) {
        this.rows = rows;
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
        if (ahead == null) {
            return null;
        }
        String customer = ahead.customerId();
        List<HistoryDay> days = new ArrayList<>();
        while (ahead != null && ahead.customerId().equals(customer)) {
            if (ahead.day() != null) {
                days.add(ahead.day());
            }
            ahead = nextRow();
        }
        return new CustomerDays(customer, days);
    }

    private @Nullable Row nextRow() {
        return rows.read(HistoryStream::toRow);
    }

    private static Row toRow(Columns row) throws SQLException {
        return new Row(row.requiredText(1), HistoryColumns.readDay(row));
    }

    @Override
    public void close() {
        rows.close();
    }

    private record Row(String customerId, @Nullable HistoryDay day) {}
}
