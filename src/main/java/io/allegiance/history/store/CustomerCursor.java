package io.allegiance.history.store;

import io.allegiance.customer.CustomerOrder;
import io.allegiance.platform.read.Columns;
import io.allegiance.platform.read.RowReader;
import io.allegiance.platform.read.RowStream;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A started stream of rows in order of customer, at most one for each, that is read beside others in the same order: whoever asks
 * for customers in that order gets what it says of them.
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

    /** The next customer; null when there are no more. */
    public @Nullable String customerId() {
        return customerId;
    }

    /** What the stream says of that customer. */
    public @Nullable T value() {
        return value;
    }

    /** Goes on to the customer after that. */
    public void advance() {
        customerId = null;
        value = rows.read(this::read);
    }

    private T read(Columns row) throws SQLException {
        customerId = row.text(1);
        return reader.read(row);
    }

    /** Goes on to a customer; null when the stream has none of that id. Those passed over do not come again. */
    public @Nullable T find(String wanted) {
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
