package io.allegiance.report;

import io.allegiance.decimal.FixedPoint;
import io.allegiance.report.figure.CustomerRow;
import io.allegiance.report.figure.EarlierPublication;
import io.allegiance.report.figure.ExactMean;
import io.allegiance.report.figure.Ratio;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts the moves of customers between the segments of the publication before and of this night. */
final class SegmentMoves {

    private final Map<String, Map<String, Long>> flows = new TreeMap<>();
    private final ExactMean churn = new ExactMean();
    private long stayed;
    private long moved;
    private long arrived;

    void addCustomer(CustomerRow row) {
        CustomerRow.Previous previous = row.previous();
        if (previous == null) {
            arrived++;
            return;
        }
        if (previous.churn() != null) {
            churn.addValue(previous.churn());
        }
        String now = row.score().segment();
        if (previous.segment().equals(now)) {
            stayed++;
        } else {
            moved++;
            flows.computeIfAbsent(previous.segment(), from -> new TreeMap<>()).merge(now, 1L, Long::sum);
        }
    }

    /** The number of customers of the publication before who are in tonight's. */
    long found() {
        return stayed + moved;
    }

    RunReport.Before figures(EarlierPublication before, ReportRows.Gone gone) {
        ExactMean mean = new ExactMean();
        mean.addMean(churn);
        mean.addValues(gone.churn(), gone.withChurn());
        return new RunReport.Before(
                before.publication(),
                before.scoreDate(),
                stayed,
                moved,
                arrived,
                gone.customers(),
                mean.of(FixedPoint.PROBABILITY, Ratio.SHARE),
                listFlows());
    }

    private List<RunReport.Flow> listFlows() {
        return flows.entrySet().stream()
                .flatMap(from -> from.getValue().entrySet().stream()
                        .map(to -> new RunReport.Flow(from.getKey(), to.getKey(), to.getValue())))
                .toList();
    }
}
