package io.allegiance.report;

import io.allegiance.decimal.FixedPoint;
import io.allegiance.report.figure.CustomerRow;
import io.allegiance.scoring.LoyaltyScores;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How the loyalty score and its dimensions lie. */
final class LoyaltySpread {

    private static final long HUNDRED = 10_000;
    private static final int MEAN_DIGITS = 4;

    private final List<Dimension> dimensions = List.of(
            new Dimension("loyalty_score", LoyaltyScores::loyalty),
            new Dimension("repeat_score", LoyaltyScores::repeat),
            new Dimension("volume_score", LoyaltyScores::volume),
            new Dimension("breadth_score", LoyaltyScores::breadth),
            new Dimension("commitment_score", LoyaltyScores::commitment),
            new Dimension("advocacy_score", LoyaltyScores::advocacy),
            new Dimension("forgiveness_score", LoyaltyScores::forgiveness),
            new Dimension("spend_growth_score", LoyaltyScores::spendGrowth),
            new Dimension("brand_score", LoyaltyScores::brand));

    private record Dimension(String name, Function<LoyaltyScores, @Nullable Integer> score, EqualWidthBins tenths) {

        Dimension(String name, Function<LoyaltyScores, @Nullable Integer> score) {
            this(name, score, new EqualWidthBins(HUNDRED));
        }

        void add(LoyaltyScores scores) {
            Integer hundredths = score.apply(scores);
            if (hundredths != null) {
                tenths.addValue(hundredths);
            }
        }

        RunReport.Dimension figures() {
            return new RunReport.Dimension(
                    name, tenths.mean().count(), tenths.mean().of(FixedPoint.SCORE, MEAN_DIGITS), tenths.counts());
        }
    }

    void addCustomer(CustomerRow row) {
        dimensions.forEach(dimension -> dimension.add(row.score().loyalty()));
    }

    List<RunReport.Dimension> figures() {
        return dimensions.stream().map(Dimension::figures).toList();
    }
}
