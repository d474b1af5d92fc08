package io.allegiance.report.page;

import io.allegiance.crossselling.ProposalMethod;
import io.allegiance.report.RunReport;
import io.allegiance.report.figure.Ratio;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The categories proposed to customers.
 *
 * @param share share of customers with a proposal
 * @param method how they are proposed; null where none can be
 * @param proposals the most proposed; null where there are none
 * @param tried how such proposals did in the past; null where it is not known
 */
record NextCategoryView(
        Value share,
        Value customers,
        @Nullable Value method,
        @Nullable Table proposals,
        @Nullable Table tried) {

    static NextCategoryView of(RunReport.NextBestCategory next, ValueFormat values) {
        return new NextCategoryView(
                values.share("/nextBestCategory/share", next.share(), String.valueOf(next.noData())),
                values.count("/nextBestCategory/customers", next.customers()),
                method(next.method()),
                CustomerTables.proposals(next.proposals(), values),
                hitsTable(next.tried(), values));
    }

    private static @Nullable Value method(@Nullable String method) {
        if (method == null) {
            return null;
        }
        String shown = method.equals(ProposalMethod.POPULAR.name())
                ? "the most popular category that the customer lacks"
                : "the category with the largest lift over those that the customer has";
        return new Value("/nextBestCategory/method", true, method, shown);
    }

    private static @Nullable Table hitsTable(List<RunReport.NextCategoryHits> tried, ValueFormat values) {
        if (tried.isEmpty()) {
            return null;
        }
        List<Table.Row> rows = new ArrayList<>();
        for (int i = 0; i < tried.size(); i++) {
            rows.add(row("/nextBestCategory/tried/" + i, tried.get(i), values));
        }
        return new Table(
                "How often customers bought of the category proposed",
                List.of(
                        Table.Column.text("Known up to"),
                        Table.Column.number("Customers"),
                        Table.Column.number("Bought of the one proposed"),
                        Table.Column.number("Bought of the most popular one they lacked")),
                rows);
    }

    private static Table.Row row(String pointer, RunReport.NextCategoryHits hits, ValueFormat values) {
        return new Table.Row(
                values.text(pointer + "/cutOff", hits.cutOff()),
                List.of(
                        Table.Cell.number(values.count(pointer + "/customers", hits.customers())),
                        Table.Cell.number(withShare(pointer + "/hits", hits.hits(), hits.customers(), values)),
                        Table.Cell.number(
                                withShare(pointer + "/popularHits", hits.popularHits(), hits.customers(), values))));
    }

    private static Value withShare(String pointer, long hits, long customers, ValueFormat values) {
        Value count = values.count(pointer, hits);
        Value share = values.share(pointer, Ratio.share(hits, customers), "nobody");
        return share.known()
                ? new Value(pointer, true, count.raw(), count.shown() + " (" + share.shown() + ")")
                : count;
    }
}
