package io.allegiance.report;

import io.allegiance.crossselling.ProposalMethod;
import io.allegiance.report.figure.CustomerRow;
import io.allegiance.report.figure.Ratio;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which categories are proposed to how many customers: as many counts as there are categories. */
final class ProposalCounts {

    private static final int SHOWN = 10;

    private static final Comparator<RunReport.Proposal> MOST_FIRST = Comparator.comparingLong(
                    RunReport.Proposal::customers)
            .reversed()
            .thenComparing(RunReport.Proposal::category);

    private final Map<String, Long> categories = new HashMap<>();
    private long all;
    private long withOne;

    void addCustomer(CustomerRow row) {
        all++;
        String category = row.score().nextBestCategory();
        if (category != null) {
            withOne++;
            categories.merge(category, 1L, Long::sum);
        }
    }

    RunReport.NextBestCategory figures(@Nullable ProposalMethod method, List<RunReport.NextCategoryHits> tried) {
        List<RunReport.Proposal> most = categories.entrySet().stream()
                .map(entry -> new RunReport.Proposal(entry.getKey(), entry.getValue()))
                .sorted(MOST_FIRST)
                .limit(SHOWN)
                .toList();
        return new RunReport.NextBestCategory(
                withOne,
                withOne == 0 ? null : Ratio.share(withOne, all),
                withOne == 0 ? "no category is proposed to anybody" : null,
                method == null ? null : method.name(),
                most,
                tried);
    }
}
