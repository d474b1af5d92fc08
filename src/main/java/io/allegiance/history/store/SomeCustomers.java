package io.allegiance.history.store;

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
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Queries the days of some hundred customers at once, which come in order of customer and date. */
final class SomeCustomers {

    /** How many customers' days one query asks for. */
    static final int MOST = 500;

    /** The smaller number of ids in a statement, because a statement with many costs more than a few customers do. */
    private static final int[] PLACES = {10, 100, MOST};

    private SomeCustomers() {}

    /** A customer's day. */
    record OfCustomer<D>(String customerId, D day) {}

    /**
     * Queries their days; null for no customers.
     *
     * @param rows the stream that the query is started in
     * @param statement with one (?) for the customers, in front of the dates
     * @param reader makes a day of a row whose first column is the customer
     */
    static <D> @Nullable RowCursor<OfCustomer<D>> query(
            RowStream rows, String statement, List<String> ids, RowReader<D> reader, LocalDate... dates) {
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
        String sql = Sql.get(statement).replace("(?)", "(" + String.join(", ", Collections.nCopies(places, "?")) + ")");
        rows.query(sql, parameters.toArray());
        return new RowCursor<>(rows, row -> new OfCustomer<>(customer(row), reader.read(row)));
    }

    private static String customer(Columns row) throws SQLException {
        return Objects.requireNonNull(row.repeatedText(1));
    }

    /** Takes all days of a customer off the front; none where the next is of another. */
    static <D> List<D> take(@Nullable RowCursor<OfCustomer<D>> asked, String customer) {
        List<D> days = new ArrayList<>();
        if (asked != null) {
            for (OfCustomer<D> next = asked.peek();
                    next != null && next.customerId().equals(customer);
                    next = asked.peek()) {
                days.add(next.day());
                asked.advance();
            }
        }
        return days;
    }
}
