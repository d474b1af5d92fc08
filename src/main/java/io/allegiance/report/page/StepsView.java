package io.allegiance.report.page;

import io.allegiance.report.RunReport;
import io.allegiance.report.plot.Bar;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The steps of the night as a table, with a bar for when each ran. */
final class StepsView {

    private static final double MILLIS = 1000;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private StepsView() {}

    static Table of(List<RunReport.Step> steps, ValueFormat values) {
        Bar.Scale scale = Bar.Scale.of(steps.stream()
                .map(step -> Optional.of(BigDecimal.valueOf(end(step))))
                .toList());
        List<Table.Row> rows = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            rows.add(row("/steps/" + i, steps.get(i), scale, values));
        }
        return new Table(
                "Steps in the order in which they ran",
                List.of(
                        Table.Column.text("Step"),
                        Table.Column.number("Partitions"),
                        Table.Column.number("Started"),
                        Table.Column.number("Took (seconds)"),
                        new Table.Column("When", "drawing"),
                        Table.Column.number("Items read"),
                        Table.Column.number("Items written"),
                        Table.Column.number("Items a second")),
                rows);
    }

    private static long end(RunReport.Step step) {
        Long took = step.tookMillis();
        return step.startedAfterMillis() + (took == null ? 0 : took);
    }

    private static Table.Row row(String pointer, RunReport.Step step, Bar.Scale scale, ValueFormat values) {
        return new Table.Row(
                values.text(pointer + "/name", step.name()),
                List.of(
                        Table.Cell.number(values.count(pointer + "/partitions", step.partitions())),
                        Table.Cell.number(new Value(
                                pointer + "/startedAt",
                                true,
                                step.startedAt().toString(),
                                TIME.format(step.startedAt()))),
                        Table.Cell.number(took(pointer + "/tookMillis", step.tookMillis())),
                        Table.Cell.bar(step.tookMillis() == null ? null : bar(step, scale)),
                        items(pointer + "/read", step.read(), values),
                        items(pointer + "/written", step.written(), values),
                        rate(pointer + "/itemsPerSecond", step, values)));
    }

    private static Bar bar(RunReport.Step step, Bar.Scale scale) {
        return Bar.between(
                String.format(
                        Locale.ROOT,
                        "%s: from second %.1f to second %.1f",
                        step.name(),
                        step.startedAfterMillis() / MILLIS,
                        end(step) / MILLIS),
                step.startedAfterMillis(),
                end(step),
                scale);
    }

    private static Value took(String pointer, @Nullable Long millis) {
        return millis == null
                ? Value.missing(pointer, "running, or cut off")
                : new Value(
                        pointer,
                        true,
                        Long.toString(millis),
                        String.format(
                                Locale.ROOT,
                                "%,.1f",
                                BigDecimal.valueOf(millis, 3).setScale(1, RoundingMode.HALF_EVEN)));
    }

    private static Table.Cell items(String pointer, @Nullable Long items, ValueFormat values) {
        return items == null ? Table.Cell.EMPTY : Table.Cell.number(values.count(pointer, items));
    }

    private static Table.Cell rate(String pointer, RunReport.Step step, ValueFormat values) {
        return step.itemsPerSecond() == null && step.partitions() > 0
                ? Table.Cell.number(Value.missing(pointer, "nothing was read"))
                : items(pointer, step.itemsPerSecond(), values);
    }
}
