package io.allegiance.history;

import io.allegiance.platform.RowStream;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Folds streamed rows of days, in order of customer and date, into one history a customer. */
public final class HistoryStream implements AutoCloseable {

    private final RowStream rows;
    private final LocalDate asOf;
    private @Nullable Row ahead;

    /**
     * @param rows a started stream of customer, business date (NULL for none), purchase day, spend
     * @param asOf the date of the histories
     */
    HistoryStream(RowStream rows, LocalDate asOf) {
        this.rows = rows;
        this.asOf = asOf;
        this.ahead = nextRow();
    }

    /** Reads the next customer's history; null when there are no more. */
    public @Nullable CustomerHistory read() {
        if (ahead == null) {
            return null;
        }
        String customer = ahead.customerId();
        HistoryFold fold = new HistoryFold(customer, asOf);
        boolean hasDays = false;
        while (ahead != null && ahead.customerId().equals(customer)) {
            if (ahead.day() != null) {
                fold.add(ahead.day());
                hasDays = true;
            }
            ahead = nextRow();
        }
        return new CustomerHistory(customer, hasDays ? fold.toPurchaseHistory() : null);
    }

    private @Nullable Row nextRow() {
        return rows.next(HistoryStream::toRow);
    }

    private static Row toRow(ResultSet row, int number) throws SQLException {
        LocalDate date = row.getObject(2, LocalDate.class);
        HistoryDay day = date == null ? null : new HistoryDay(date, row.getBoolean(3), money(row.getBigDecimal(4)));
        return new Row(row.getString(1), day);
    }

    private static @Nullable Long money(@Nullable BigDecimal amount) {
        return amount == null ? null : amount.unscaledValue().longValueExact();
    }

    @Override
    public void close() {
        rows.close();
    }

    private record Row(String customerId, @Nullable HistoryDay day) {}
}
