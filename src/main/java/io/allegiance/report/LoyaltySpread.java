package io.allegiance.report;

import io.allegiance.decimal.FixedPoint;
import io.allegiance.loyalty.LoyaltyScores;
import io.allegiance.report.figure.CustomerRow;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How the loyalty score and its dimensions lie. */
final class LoyaltySpread {

    private static final int MEAN_DIGITS = 4;

    private final List<String> columns;
    private final List<EqualWidthBins> tenths;

    /** @param columns those of {@link LoyaltyScores}, in their order */
    LoyaltySpread(List<String> columns) {
        this.columns = columns;
        this.tenths = Stream.generate(() -> new EqualWidthBins(LoyaltyScores.HIGHEST))
                .limit(columns.size())
                .toList();
    }

    void addCustomer(CustomerRow row) {
        LoyaltyScores scores = row.score().loyalty();
        for (int column = 0; column < tenths.size(); column++) {
            if (scores.get(column) != LoyaltyScores.UNKNOWN) {
                tenths.get(column).addValue(scores.get(column));
            }
        }
    }

    List<RunReport.Dimension> figures() {
        return IntStream.range(0, columns.size())
                .mapToObj(column -> toDimension(columns.get(column), tenths.get(column)))
                .toList();
    }

    private static RunReport.Dimension toDimension(String column, EqualWidthBins tenths) {
        return new RunReport.Dimension(
                column, tenths.mean().count(), tenths.mean().of(FixedPoint.SCORE, MEAN_DIGITS), tenths.counts());
    }
}
