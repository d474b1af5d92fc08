package io.allegiance.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.btyd.MbgNbd;
import io.allegiance.calendar.OpenDays;
import io.allegiance.history.PurchaseHistory;
import io.allegiance.loyalty.LoyaltyNorms;
import io.allegiance.loyalty.LoyaltyScores;
import io.allegiance.loyalty.LoyaltyWeights;
import io.allegiance.segment.RuleText;
import io.allegiance.segment.SegmentFields;
import io.allegiance.segment.SegmentRules;
import io.allegiance.testing.NinthDimension;
import io.allegiance.testing.PurchaseHistories;
import io.allegiance.testing.RfmSamples;
import io.allegiance.testing.ScoringModels;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** With one dimension more in the list, a score has it in its mean, its segment, its columns and its bytes. */
class NinthDimensionTest {

    private static final LocalDate DATE = LocalDate.of(2025, 12, 31);
    private static final int NINTH = 9;

    private final CustomerScorer scorer = new CustomerScorer(new CustomerScorer.Night(
            DATE,
            OpenDays.NONE,
            ScoringModels.alone("v", new MbgNbd(0.525, 6.183, 0.891, 1.614), null, null),
            new NightThresholds(
                    RfmSamples.thresholds(new int[] {1}, new int[] {1}, new long[] {1}),
                    0,
                    LoyaltyNorms.of(Map.of()),
                    null,
                    null),
            rules(),
            ChurnBands.DEFAULT,
            LoyaltyWeights.even(NinthDimension.NINE),
            7));

    private static SegmentRules rules() {
        return SegmentRules.of(
                "s.yaml",
                List.of(
                        new RuleText(
                                1, "OLD", "meaning", List.of(new RuleText.Condition(2, "long_tenure_score", "50.."))),
                        new RuleText(3, "OTHER", "meaning", List.of())),
                SegmentFields.of(NinthDimension.NINE),
                ChurnBands.DEFAULT.edges());
    }

    private CustomerScore score(int ageDays) {
        LocalDate first = DATE.minusDays(ageDays);
        return scorer.score(
                PurchaseHistories.of("C", first, first, 1, new PurchaseHistory.Recent(0, 1, null), 0, 0), 0, null);
    }

    @Test
    void theScorerScoresItAndWeighsIt() {
        LoyaltyScores loyalty = score(365).loyalty();
        assertThat(loyalty.size()).isEqualTo(1 + 9);
        assertThat(loyalty.get(NINTH)).isEqualTo(5_000);
        assertThat(loyalty.loyalty()).as("the norms know of no other dimension").isEqualTo(5_000);
    }

    @Test
    void segmentRulesAskAboutIt() {
        assertThat(score(365).segment().segment()).isEqualTo("OLD");
        assertThat(score(364).segment().segment()).isEqualTo("OTHER");
    }

    @Test
    void headerAndRowHaveItBehindTheOthers() {
        List<String> names = ScoreColumns.names(NinthDimension.NINE);
        int column = names.indexOf("long_tenure_score");
        assertThat(names.subList(column - 1, column + 2))
                .containsExactly("brand_score", "long_tenure_score", "next_best_category");
        String row = new String(new ExportRow().encode(score(365)).toBytes(), StandardCharsets.UTF_8);
        assertThat(row.split(",", -1))
                .hasSameSizeAs(names)
                .satisfies(fields -> assertThat(fields[column]).isEqualTo("50.00"));
    }

    @Test
    void aCustomerWithoutAPurchaseHasAsManyColumns() {
        CustomerScore score = scorer.score(PurchaseHistories.withoutPurchase("C"), 0, null);
        assertThat(score.loyalty()).isEqualTo(LoyaltyScores.none(NinthDimension.NINE));
        String row = new String(new ExportRow().encode(score).toBytes(), StandardCharsets.UTF_8);
        assertThat(row.split(",", -1)).hasSameSizeAs(ScoreColumns.names(NinthDimension.NINE));
    }
}
