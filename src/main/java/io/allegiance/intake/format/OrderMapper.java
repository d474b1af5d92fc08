package io.allegiance.intake.format;

import io.allegiance.intake.csv.CsvLine;
import io.allegiance.intake.line.Column;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes lines of our own format out of the rows of orders. */
final class OrderMapper {

    private final List<Column> ours;
    private final List<ColumnReader> readers;
    private final LeaveOutRules rules;
    private final @Nullable RefundMapper refunds;
    private final SortedMap<String, Long> leftOut = new TreeMap<>();

    OrderMapper(FileFormat format, VendorColumns columns, ColumnReaders sources) {
        this.ours = columnsOf(format);
        Map<Column, ColumnReader> all = sources.all();
        this.readers =
                ours.stream().map(column -> all.getOrDefault(column, row -> "")).toList();
        this.rules = new LeaveOutRules(format.leaveOut(), columns);
        this.refunds = format.refund() == null ? null : new RefundMapper(format, format.refund(), ours, sources);
        format.leaveOut().forEach(rule -> leftOut.put(rule.name(), 0L));
    }

    private static List<Column> columnsOf(FileFormat format) {
        Set<Column> columns = EnumSet.noneOf(Column.class);
        columns.addAll(format.columns().keySet());
        if (format.refund() != null) {
            columns.addAll(RefundMapper.COLUMNS);
        }
        return List.copyOf(columns);
    }

    /** The header of the lines. */
    CsvLine header() {
        return new CsvLine(1, ours.stream().map(Column::title).toList());
    }

    /** Rows that were left out, by the name of the rule; rules that left out none too. */
    SortedMap<String, Long> leftOut() {
        return leftOut;
    }

    /** Adds the lines of an order. */
    void map(OrderRows order, List<MappedLine> lines) {
        List<RefundMapper.Kept> kept = new ArrayList<>();
        for (VendorRow row : order.rows()) {
            String fault = order.fault(row);
            if (fault != null) {
                lines.add(new MappedLine(unreadable(row.line()), fault));
            } else if (!isLeftOut(row)) {
                CsvLine line = line(row);
                kept.add(new RefundMapper.Kept(row, line));
                lines.add(new MappedLine(line, null));
                addRefundOfRow(row, line, lines);
            }
        }
        if (refunds != null && !kept.isEmpty()) {
            refunds.ofOrder(kept).ifPresent(line -> lines.add(new MappedLine(line, null)));
        }
    }

    private void addRefundOfRow(VendorRow row, CsvLine line, List<MappedLine> lines) {
        if (refunds != null) {
            refunds.ofRow(new RefundMapper.Kept(row, line)).ifPresent(back -> lines.add(new MappedLine(back, null)));
        }
    }

    private boolean isLeftOut(VendorRow row) {
        Optional<String> rule = rules.find(row);
        rule.ifPresent(name -> leftOut.merge(name, 1L, Long::sum));
        return rule.isPresent();
    }

    private CsvLine line(VendorRow row) {
        return new CsvLine(row.line().number(), new LazyFields(readers, row));
    }

    /** The row as it is, with a number of fields that no line of our own has here, so that it is refused. */
    private CsvLine unreadable(CsvLine row) {
        if (row.fields().size() != ours.size()) {
            return row;
        }
        List<String> fields = new ArrayList<>(row.fields());
        fields.add("");
        return new CsvLine(row.number(), fields);
    }
}
