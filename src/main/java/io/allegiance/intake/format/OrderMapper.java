package io.allegiance.intake.format;

import io.allegiance.intake.csv.CsvLine;
import io.allegiance.intake.line.Column;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes lines of our own format out of the rows of orders. */
final class OrderMapper {

    private final List<Column> ours;
    private final List<ColumnReader> readers;
    private final LeaveOutRules rules;
    private final @Nullable RefundMapper refunds;
    private final Set<String> cancels;
    private final SortedMap<String, Long> leftOut = new TreeMap<>();

    OrderMapper(FileFormat format, VendorColumns columns, ColumnReaders sources) {
        this.ours = columnsOf(format);
        Map<Column, ColumnReader> all = sources.all();
        this.readers =
                ours.stream().map(column -> all.getOrDefault(column, row -> "")).toList();
        this.rules = new LeaveOutRules(format.leaveOut(), columns);
        this.refunds = format.refund() == null ? null : new RefundMapper(format, format.refund(), ours, sources);
        this.cancels = format.leaveOut().stream()
                .filter(LeaveOut::cancels)
                .map(LeaveOut::name)
                .collect(Collectors.toUnmodifiableSet());
        format.leaveOut().forEach(rule -> leftOut.put(rule.name(), 0L));
    }

    private static List<Column> columnsOf(FileFormat format) {
        Set<Column> columns = EnumSet.noneOf(Column.class);
        columns.addAll(format.columns().keySet());
        if (format.refund() != null) {
            columns.addAll(RefundMapper.COLUMNS);
        }
        if (format.leaveOut().stream().anyMatch(LeaveOut::cancels)) {
            columns.add(Column.TYPE);
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
        VendorRow cancelled = null;
        int before = lines.size();
        for (VendorRow row : order.rows()) {
            String fault = order.fault(row);
            if (fault != null) {
                lines.add(new MappedLine(unreadable(row.line()), fault));
                continue;
            }
            String rule = rules.find(row).orElse(null);
            if (rule != null) {
                leftOut.merge(rule, 1L, Long::sum);
                cancelled = cancelled == null && cancels.contains(rule) ? row : cancelled;
            } else {
                CsvLine line = line(row);
                kept.add(new RefundMapper.Kept(row, line));
                lines.add(new MappedLine(line, null));
                addRefundOfRow(row, line, lines);
            }
        }
        if (cancelled != null && lines.size() == before) {
            lines.add(new MappedLine(cancellation(cancelled), null));
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

    /** An order of which nothing else is left may have landed before: it counts no more. */
    private CsvLine cancellation(VendorRow row) {
        List<String> all = line(row).fields();
        List<String> fields = new ArrayList<>();
        for (int i = 0; i < ours.size(); i++) {
            fields.add(
                    switch (ours.get(i)) {
                        case TYPE -> "CANCELLED";
                        case TRANSACTION_ID -> all.get(i);
                        default -> "";
                    });
        }
        return new CsvLine(row.line().number(), fields);
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
