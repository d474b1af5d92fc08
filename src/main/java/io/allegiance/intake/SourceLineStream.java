package io.allegiance.intake;

import io.allegiance.failure.AttentionException;
import io.allegiance.platform.Columns;
import io.allegiance.platform.RowStream;
import io.allegiance.platform.Sql;
import io.allegiance.platform.StreamingConnections;
import io.allegiance.purchase.AsciiDigits;
import io.allegiance.purchase.CustomerId;
import io.allegiance.purchase.Money;
import io.allegiance.purchase.Quantity;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of one day and one range of customers from the input view, streamed in order of customer. */
public final class SourceLineStream implements AutoCloseable {

    private static final int MOST_DIGITS = 18;

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
        rows.query(Sql.get(shape.statement("intake/stream_day")), parameters.toArray());
        lastCustomer = "";
    }

    /**
     * Reads the next line; null when the day has no more.
     *
     * @throws AttentionException when the view does not sort customer ids as their bytes
     */
    public @Nullable SourceLine next() {
        SourceLine line = rows.read(SourceLineStream::toLine);
        if (line != null) {
            requireOrder(CustomerId.of(line.customerId()));
        }
        return line;
    }

    /** Ids with a control character stand elsewhere where a collation pads with spaces; no rule lets them in anyway. */
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

    private static SourceLine toLine(Columns row) throws SQLException {
        return new SourceLine(
                row.text(1),
                row.text(2),
                row.text(3),
                row.time(4),
                row.text(5),
                amount(row.bytes(6)),
                row.text(7),
                quantity(row.decimal(8)),
                money(row.decimal(9)),
                row.text(10),
                row.text(11),
                row.text(12),
                row.text(13));
    }

    /** The statement gives it the form of money, so the digits are ten-thousandths, unless they are too many for any. */
    private static long amount(byte @Nullable [] decimal) {
        return decimal != null && decimal.length <= MOST_DIGITS
                ? AsciiDigits.parseUnits(decimal)
                : money(decimal == null ? null : new BigDecimal(new String(decimal, StandardCharsets.US_ASCII)));
    }

    private static long money(@Nullable BigDecimal amount) {
        return amount == null ? Money.UNKNOWN : Money.of(amount);
    }

    private static long quantity(@Nullable BigDecimal quantity) {
        return quantity == null ? Money.UNKNOWN : Quantity.of(quantity);
    }

    @Override
    public void close() {
        rows.close();
    }
}
