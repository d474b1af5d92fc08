package io.allegiance.report;

import io.allegiance.decimal.FixedPoint;
import io.allegiance.report.figure.CustomerRow;
import io.allegiance.report.figure.ExactMean;
import io.allegiance.report.figure.Ratio;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The segments of a night. */
final class SegmentTotals {

    private static final Comparator<RunReport.Segment> LARGEST_FIRST =
            Comparator.comparingLong(RunReport.Segment::customers).reversed().thenComparing(RunReport.Segment::segment);

    private final Map<String, Total> totals = new TreeMap<>();
    private long all;

    private static final class Total {
        private long customers;
        private final ExactMean churn = new ExactMean();
        private final ExactMean valueAtRisk = new ExactMean();
        private final ExactMean expectedValue = new ExactMean();

        void addScore(CustomerRow.Score score) {
            customers++;
            addScore(churn, score.churn());
            addScore(valueAtRisk, score.valueAtRisk());
            addScore(expectedValue, score.expectedValue());
        }

        private static void addScore(ExactMean mean, @Nullable Long known) {
            if (known != null) {
                mean.addValue(known);
            }
        }

        private static @Nullable BigDecimal money(ExactMean mean) {
            return mean.count() == 0 ? null : new BigDecimal(mean.total(), FixedPoint.MONEY);
        }
    }

    void addCustomer(CustomerRow row) {
        all++;
        totals.computeIfAbsent(row.score().segment(), segment -> new Total()).addScore(row.score());
    }

    long customers() {
        return all;
    }

    List<RunReport.Segment> figures() {
        return totals.entrySet().stream()
                .map(entry -> toSegment(entry.getKey(), entry.getValue()))
                .sorted(LARGEST_FIRST)
                .toList();
    }

    private RunReport.Segment toSegment(String segment, Total total) {
        return new RunReport.Segment(
                segment,
                total.customers,
                Ratio.share(total.customers, all),
                total.churn.of(FixedPoint.PROBABILITY, Ratio.SHARE),
                Total.money(total.valueAtRisk),
                Total.money(total.expectedValue));
    }
}
