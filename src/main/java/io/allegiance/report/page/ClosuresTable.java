package io.allegiance.report.page;

import io.allegiance.report.ClosureFigure;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The closures that a night knew of. */
final class ClosuresTable {

    private ClosuresTable() {}

    /** The closures as a table; null without any. */
    static @Nullable Table of(List<ClosureFigure> closures, ValueFormat values) {
        if (closures.isEmpty()) {
            return null;
        }
        List<Table.Row> rows = new ArrayList<>();
        for (int i = 0; i < closures.size(); i++) {
            rows.add(row("/closures/" + i, closures.get(i), values));
        }
        return new Table(
                "Days on which the whole shop was shut",
                List.of(
                        Table.Column.text("From"),
                        Table.Column.text("To"),
                        Table.Column.number("Days"),
                        Table.Column.text("Source")),
                rows);
    }

    private static Table.Row row(String pointer, ClosureFigure closure, ValueFormat values) {
        return new Table.Row(
                values.text(pointer + "/from", closure.from()),
                List.of(
                        Table.Cell.text(values.text(pointer + "/to", closure.to())),
                        Table.Cell.number(values.count(pointer + "/days", closure.days())),
                        Table.Cell.text(values.text(pointer + "/source", closure.source()))));
    }
}
