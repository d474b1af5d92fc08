package io.allegiance.intake.source;

import io.allegiance.customer.CustomerId;
import io.allegiance.customer.CustomerOrder;
import io.allegiance.customer.CustomerRange;
import io.allegiance.failure.AttentionException;
import io.allegiance.intake.line.RawLine;
import io.allegiance.platform.read.Columns;
import io.allegiance.platform.read.RowStream;
import io.allegiance.platform.read.StreamingConnections;
import io.allegiance.purchase.Money;
import io.allegiance.purchase.Quantity;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of one day and one range of customers from the input view, streamed in order of customer. */
public final class SourceLineStream implements AutoCloseable {

    private final RowStream rows;
    private final SourceShape shape;
    private final CustomerRange range;
    private String lastCustomer = "";

    public SourceLineStream(StreamingConnections connections, SourceShape shape, CustomerRange range) {
        this.rows = new RowStream(connections);
        this.shape = shape;
        this.range = range;
    }

    /** Starts the day given. */
    public void open(LocalDate day) {
        List<@Nullable Object> parameters = new ArrayList<>(shape.dayParameters(day));
        parameters.add(range.from());
        parameters.add(range.from());
        parameters.add(range.to());
        parameters.add(range.to());
        rows.query(shape.getStatement("intake/source/stream_day"), parameters.toArray());
        lastCustomer = "";
    }

    /**
     * Reads the next line; null when the day has no more.
     *
     * @throws AttentionException when the view does not sort customer ids as their bytes
     */
    public @Nullable RawLine read() {
        RawLine line = rows.read(SourceLineStream::toLine);
        if (line != null) {
            requireOrder(CustomerId.of(line.customerId()));
        }
        return line;
    }

    /** Ids with a control character sort elsewhere where a collation pads with spaces; no rule lets them in anyway. */
    private void requireOrder(String customer) {
        if (!customer.equals(lastCustomer) && !CustomerId.hasControlCharacter(customer)) {
            if (CustomerOrder.compare(customer, lastCustomer) < 0) {
                throw new AttentionException(
                        "the view source_transaction does not sort its customer ids as bytes; define customer_id as"
                                + " TRIM(customer_id) COLLATE utf8mb4_bin");
            }
            lastCustomer = customer;
        }
    }

    /** The lines of a receipt, of a customer and of a shop have most of their texts in common. */
    private static RawLine toLine(Columns row) throws SQLException {
        return new RawLine(
                row.repeatedText(1),
                row.repeatedText(2),
                row.repeatedText(3),
                row.time(4),
                row.repeatedText(5),
                money(row.digits(6)),
                row.repeatedText(7),
                quantity(row.digits(8)),
                money(row.digits(9)),
                row.repeatedText(10),
                row.repeatedText(11),
                row.repeatedText(12),
                row.repeatedText(13));
    }

    private static long money(byte @Nullable [] amount) {
        return amount == null ? Money.UNKNOWN : Money.parse(amount);
    }

    private static long quantity(byte @Nullable [] quantity) {
        return quantity == null ? Money.UNKNOWN : Quantity.parse(quantity);
    }

    @Override
    public void close() {
        rows.close();
    }
}
