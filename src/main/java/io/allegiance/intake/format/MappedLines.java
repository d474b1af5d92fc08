package io.allegiance.intake.format;

import io.allegiance.failure.UsageException;
import io.allegiance.intake.csv.CsvLine;
import io.allegiance.intake.csv.Header;
import io.allegiance.intake.csv.ImportKind;
import io.allegiance.intake.line.Column;
import io.allegiance.intake.line.Rejection;
import io.allegiance.intake.line.RejectionReason;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The lines of our own format that the rows of another give, in the order of the file. In memory are the rows of one
 * order. For one thread.
 */
public final class MappedLines {

    private static final int MOST_ROWS = 20_000;

    private final FileFormat format;
    private final String file;
    private final Supplier<Optional<CsvLine>> source;
    private final OrderMapper mapper;
    private final Header header;
    private final int width;
    private final int orderPosition;
    private final boolean orderOnFirstRowAlone;
    private final BitSet carried = new BitSet();
    private final @Nullable SeenOrders seen;
    private final List<MappedLine> ready = new ArrayList<>();
    private int taken;
    private @Nullable CsvLine ahead;
    private boolean ended;
    private long rows;
    private @Nullable String fault;

    /**
     * @param file the name for messages
     * @param columns of the file
     * @param zone the program's
     * @param environment the value of an environment variable; null where it is not set
     * @param source the rows below the header; it is asked no more once it is empty
     * @throws UsageException when the file lacks a column that the format reads
     */
    public MappedLines(
            FileFormat format,
            String file,
            VendorColumns columns,
            ZoneId zone,
            UnaryOperator<@Nullable String> environment,
            Supplier<Optional<CsvLine>> source) {
        columns.require(format, file);
        this.format = format;
        this.file = file;
        this.source = source;
        this.mapper = new OrderMapper(format, columns, new ColumnReaders(format, columns, zone, environment));
        this.header = Header.of(mapper.header(), ImportKind.TRANSACTION, file);
        this.width = columns.names().size();
        this.orderPosition = format.orderColumn() == null ? -1 : columns.position(format.orderColumn());
        format.firstRow().stream().map(columns::position).filter(i -> i >= 0).forEach(carried::set);
        this.orderOnFirstRowAlone = orderPosition >= 0 && carried.get(orderPosition);
        this.seen = orderPosition < 0 ? null : new SeenOrders(file);
    }

    /** The header of the lines. */
    public Header header() {
        return header;
    }

    /** Rows read so far; those of the order that follows may be among them. */
    public long rows() {
        return rows;
    }

    /** Rows that gave no line so far, by the name of the rule that left them out. */
    public SortedMap<String, Long> leftOut() {
        return Collections.unmodifiableSortedMap(mapper.leftOut());
    }

    /** Returns the next line; empty at the end. */
    public Optional<CsvLine> next() {
        while (taken == ready.size() && !ended) {
            ready.clear();
            taken = 0;
            mapOrder();
        }
        if (taken == ready.size()) {
            return Optional.empty();
        }
        MappedLine line = ready.get(taken++);
        fault = line.fault();
        return Optional.of(line.line());
    }

    /** Says of why the line returned last was refused where in the vendor's file that comes from. */
    public Rejection explain(Rejection rejection) {
        String wrong = fault;
        if (wrong != null && rejection.reason() == RejectionReason.WRONG_FIELD_COUNT) {
            return new Rejection(rejection.reason(), wrong);
        }
        return Explanation.of(rejection, format);
    }

    private void mapOrder() {
        CsvLine first = ahead == null ? read() : ahead;
        ahead = null;
        if (first == null) {
            return;
        }
        OrderRows order = new OrderRows(carried, width);
        order.addRow(first);
        String id = orderId(first);
        if (!id.isEmpty()) {
            addFollowing(order, id);
        }
        mapper.map(order, ready);
    }

    private void addFollowing(OrderRows order, String id) {
        if (seen != null) {
            seen.add(id, order.first().line().number());
        }
        CsvLine next = read();
        while (next != null && belongs(next, id)) {
            order.addRow(next);
            if (order.rows().size() > MOST_ROWS) {
                throw new UsageException("In " + file + " one order has more than 20,000 rows, by the column '"
                        + format.orderColumn() + "' of the format " + format.name() + "; nothing landed.");
            }
            next = read();
        }
        ahead = next;
    }

    /** A row that cannot be read stays with the order before it. */
    private boolean belongs(CsvLine row, String id) {
        if (row.fields().size() != width) {
            return true;
        }
        String own = orderId(row);
        return own.equals(id) || own.isEmpty() && orderOnFirstRowAlone;
    }

    /** The id of the row's order; empty where each row is its own, or it cannot be read. */
    private String orderId(CsvLine row) {
        return orderPosition < 0 || row.fields().size() != width
                ? ""
                : row.fields().get(orderPosition).strip();
    }

    private @Nullable CsvLine read() {
        if (ended) {
            return null;
        }
        CsvLine row = source.get().orElse(null);
        ended = row == null;
        rows += ended ? 0 : 1;
        return row;
    }

    /** The columns of ours that lines have. */
    public List<Column> columns() {
        return List.copyOf(format.columns().keySet());
    }
}
