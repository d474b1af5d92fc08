package io.allegiance.report.page;

import io.allegiance.report.RunReport;
import io.allegiance.report.figure.Ratio;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is proposed to customers.
 *
 * @param share of customers to whom something is
 * @param proposals the most proposed; null where there are none
 * @param hits how such proposals did in the past; null where it is not known
 */
record NextBestView(
        Value share,
        Value customers,
        @Nullable Table proposals,
        @Nullable Hits hits) {

    /**
     * How the proposals did.
     *
     * @param cutOff what the model knew of
     * @param facts of the customers who bought from a new category, who bought from the one proposed
     */
    record Hits(Value cutOff, List<Fact> facts) {}

    static NextBestView of(RunReport.NextBestCategory next, Values values) {
        RunReport.NextCategoryHits hits = next.nextCategory();
        return new NextBestView(
                values.share("/nextBestCategory/share", next.share(), String.valueOf(next.noData())),
                values.count("/nextBestCategory/customers", next.customers()),
                CustomerTables.proposals(next.proposals(), values),
                hits == null ? null : hits(hits, values));
    }

    private static Hits hits(RunReport.NextCategoryHits hits, Values values) {
        String pointer = "/nextBestCategory/nextCategory";
        return new Hits(
                values.text(pointer + "/cutOff", hits.cutOff()),
                List.of(
                        new Fact(
                                "customers who tried something new",
                                values.count(pointer + "/customers", hits.customers())),
                        new Fact(
                                "from the category proposed",
                                withShare(pointer + "/hits", hits.hits(), hits.customers())),
                        new Fact(
                                "had the most popular one been proposed to all",
                                withShare(pointer + "/popularHits", hits.popularHits(), hits.customers()))));
    }

    private static Value withShare(String pointer, long hits, long customers) {
        Values values = new Values("");
        Value count = values.count(pointer, hits);
        Value share = values.share(pointer, Ratio.share(hits, customers), "nobody");
        return share.known()
                ? new Value(pointer, true, count.raw(), count.shown() + " (" + share.shown() + ")")
                : count;
    }
}
