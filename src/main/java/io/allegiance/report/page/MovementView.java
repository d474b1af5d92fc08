package io.allegiance.report.page;

import io.allegiance.report.RunReport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The night against the publication before.
 *
 * @param before the publication before; null without one
 * @param beforeDate its date; null without one
 * @param noData the reason where it is missing, else null
 * @param facts what became of its customers
 * @param flows the moves between segments; null without any
 */
record MovementView(
        @Nullable Value before,
        @Nullable Value beforeDate,
        @Nullable Value noData,
        List<Fact> facts,
        @Nullable Table flows) {

    private static final String NOBODY = "nobody has a churn probability";

    static MovementView of(RunReport.Movement movement, ValueFormat values) {
        Fact now = new Fact(
                "Mean churn probability now", values.share("/movement/meanChurnNow", movement.meanChurnNow(), NOBODY));
        RunReport.Before before = movement.before();
        if (before == null) {
            return new MovementView(
                    null,
                    null,
                    Value.missing("/movement/before", String.valueOf(movement.noData())),
                    List.of(now),
                    null);
        }
        return new MovementView(
                values.text("/movement/before/publication", before.publication()),
                values.text("/movement/before/scoreDate", before.scoreDate()),
                null,
                List.of(
                        new Fact("Moved to another segment", values.count("/movement/before/moved", before.moved())),
                        new Fact("Stayed in their segment", values.count("/movement/before/stayed", before.stayed())),
                        new Fact("New", values.count("/movement/before/arrived", before.arrived())),
                        new Fact("Gone", values.count("/movement/before/gone", before.gone())),
                        new Fact(
                                "Mean churn probability before",
                                values.share("/movement/before/meanChurn", before.meanChurn(), NOBODY)),
                        now),
                flows(before.flows(), values));
    }

    private static @Nullable Table flows(List<RunReport.Flow> flows, ValueFormat values) {
        if (flows.isEmpty()) {
            return null;
        }
        Map<String, Map<String, Value>> cells = new HashMap<>();
        TreeSet<String> from = new TreeSet<>();
        TreeSet<String> to = new TreeSet<>();
        for (int i = 0; i < flows.size(); i++) {
            RunReport.Flow flow = flows.get(i);
            from.add(flow.from());
            to.add(flow.to());
            cells.computeIfAbsent(flow.from(), name -> new HashMap<>())
                    .put(flow.to(), values.count("/movement/before/flows/" + i + "/customers", flow.customers()));
        }
        List<Table.Column> columns = new ArrayList<>();
        columns.add(Table.Column.text("From, and to →"));
        to.forEach(segment -> columns.add(Table.Column.turned(segment)));
        return new Table(
                "Customers who moved, from segment (rows) to segment (columns)",
                columns,
                from.stream()
                        .map(segment -> row(segment, to, cells.getOrDefault(segment, Map.of())))
                        .toList());
    }

    private static Table.Row row(String from, TreeSet<String> to, Map<String, Value> cells) {
        List<Table.Cell> row = new ArrayList<>();
        for (String segment : to) {
            Value value = cells.get(segment);
            row.add(value == null ? Table.Cell.EMPTY : Table.Cell.middle(value));
        }
        return new Table.Row(new Value("", true, from, from), row);
    }
}
