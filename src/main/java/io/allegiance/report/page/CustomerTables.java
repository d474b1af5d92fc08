package io.allegiance.report.page;

import io.allegiance.report.RunReport;
import io.allegiance.report.plot.Bar;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tables of customers by name, by segment and by proposed category. */
final class CustomerTables {

    private static final String UNKNOWN = "no customer has one";

    private CustomerTables() {}

    static @Nullable Table toSave(List<RunReport.CustomerToSave> customers, ValueFormat values) {
        if (customers.isEmpty()) {
            return null;
        }
        List<Table.Row> rows = new ArrayList<>();
        for (int i = 0; i < customers.size(); i++) {
            RunReport.CustomerToSave customer = customers.get(i);
            String pointer = "/customersToSave/" + i;
            rows.add(new Table.Row(
                    values.text(pointer + "/customerId", customer.customerId()),
                    List.of(
                            Table.Cell.text(values.text(pointer + "/segment", customer.segment())),
                            Table.Cell.number(
                                    values.share(pointer + "/churnProbability", customer.churnProbability(), UNKNOWN)),
                            Table.Cell.number(
                                    values.bareMoney(pointer + "/valueAtRisk", customer.valueAtRisk(), UNKNOWN)))));
        }
        return new Table(
                "The " + customers.size() + " customers with the greatest value at risk",
                List.of(
                        Table.Column.text("Customer"),
                        Table.Column.text("Segment"),
                        Table.Column.number("Churn probability"),
                        Table.Column.number("Value at risk (" + values.currency() + ")")),
                rows);
    }

    static Table segments(List<RunReport.Segment> segments, ValueFormat values) {
        Bar.Scale scale =
                scale(segments.stream().map(RunReport.Segment::customers).toList());
        List<Table.Row> rows = new ArrayList<>();
        for (int i = 0; i < segments.size(); i++) {
            rows.add(segment("/segments/" + i, segments.get(i), scale, values));
        }
        return new Table(
                "Segments, largest first",
                List.of(
                        Table.Column.text("Segment"),
                        Table.Column.number("Customers"),
                        Table.Column.drawing(),
                        Table.Column.number("Share"),
                        Table.Column.number("Mean churn"),
                        Table.Column.number("Expected value (" + values.currency() + ")"),
                        Table.Column.number("Value at risk (" + values.currency() + ")")),
                rows);
    }

    private static Table.Row segment(String pointer, RunReport.Segment segment, Bar.Scale scale, ValueFormat values) {
        return new Table.Row(
                values.text(pointer + "/segment", segment.segment()),
                List.of(
                        Table.Cell.number(values.count(pointer + "/customers", segment.customers())),
                        Table.Cell.bar(bar(segment.segment(), segment.customers(), scale)),
                        Table.Cell.number(values.share(pointer + "/share", segment.share(), UNKNOWN)),
                        Table.Cell.number(values.share(
                                pointer + "/meanChurnProbability", segment.meanChurnProbability(), UNKNOWN)),
                        Table.Cell.number(
                                values.bareMoney(pointer + "/expectedValue", segment.expectedValue(), UNKNOWN)),
                        Table.Cell.number(values.bareMoney(pointer + "/valueAtRisk", segment.valueAtRisk(), UNKNOWN))));
    }

    static @Nullable Table proposals(List<RunReport.Proposal> proposals, ValueFormat values) {
        if (proposals.isEmpty()) {
            return null;
        }
        Bar.Scale scale =
                scale(proposals.stream().map(RunReport.Proposal::customers).toList());
        List<Table.Row> rows = new ArrayList<>();
        for (int i = 0; i < proposals.size(); i++) {
            RunReport.Proposal proposal = proposals.get(i);
            String pointer = "/nextBestCategory/proposals/" + i;
            rows.add(new Table.Row(
                    values.text(pointer + "/category", proposal.category()),
                    List.of(
                            Table.Cell.number(values.count(pointer + "/customers", proposal.customers())),
                            Table.Cell.bar(bar(proposal.category(), proposal.customers(), scale)))));
        }
        return new Table(
                "The categories most proposed",
                List.of(Table.Column.text("Category"), Table.Column.number("Customers"), Table.Column.drawing()),
                rows);
    }

    private static Bar bar(String name, long customers, Bar.Scale scale) {
        return Bar.of(name + ": " + customers, customers, null, scale);
    }

    private static Bar.Scale scale(List<Long> counts) {
        return Bar.Scale.of(counts.stream()
                .map(count -> Optional.of(BigDecimal.valueOf(count)))
                .toList());
    }
}
