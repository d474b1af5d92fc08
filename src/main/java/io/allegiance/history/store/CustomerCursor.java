package io.allegiance.history.store;

import io.allegiance.customer.CustomerOrder;
import io.allegiance.platform.read.Columns;
import io.allegiance.platform.read.RowReader;
import io.allegiance.platform.read.RowStream;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A started stream of rows in order of customer, at most one for each, that is read beside other streams in the same
 * order: a caller that asks for customers in that order gets their rows.
 */
public final class CustomerCursor<T> implements AutoCloseable {

    private final RowStream rows;
    private final RowReader<T> reader;
    private @Nullable String customerId;
    private @Nullable T value;

    /**
     * @param rows with the customer's id in the first column
     * @param reader makes what is wanted of a row
     */
    public CustomerCursor(RowStream rows, RowReader<T> reader) {
        this.rows = rows;
        this.reader = reader;
        advance();
    }

    /** Returns the next customer; null at the end. */
    public @Nullable String customerId() {
        return customerId;
    }

    /** Returns the row of that customer. */
    public @Nullable T value() {
        return value;
    }

    /** Advances to the next customer. */
    public void advance() {
        customerId = null;
        value = rows.read(this::read);
    }

    private T read(Columns row) throws SQLException {
        customerId = row.text(1);
        return reader.read(row);
    }

    /** Advances to a customer; null when the stream has none of that id. Skipped customers are not returned again. */
    public @Nullable T readUpTo(String wanted) {
        while (customerId != null) {
            int order = CustomerOrder.compare(customerId, wanted);
            if (order >= 0) {
                return order == 0 ? value : null;
            }
            advance();
        }
        return null;
    }

    @Override
    public void close() {
        rows.close();
    }
}
