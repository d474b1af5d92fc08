package io.allegiance.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.loyalty.LoyaltyScores;
import io.allegiance.rfm.RfmScore;
import io.allegiance.segment.BandEdges;
import io.allegiance.segment.RuleText;
import io.allegiance.segment.SegmentFacts;
import io.allegiance.segment.SegmentRules;
import java.util.List;
import org.junit.jupiter.api.Test;

class SegmentFactsOfScoresTest {

    private static final RfmScore RFM = new RfmScore(2, 4, null);
    private static final ChurnRisk CHURN = ChurnRisk.of(0.75, 0.5, ChurnBands.DEFAULT);
    private static final SegmentFacts.Days DAYS = new SegmentFacts.Days(13, 14);
    private static final LoyaltyScores LOYALTY = LoyaltyScores.ofHundredths(1, 2, 3, 4, 5, 6, 7, 8, 9);

    @Test
    void rulesUsePublishedFigures() {
        ScoreValue value = new ScoreValue(1, new ScoreValue.Money(10, 11, 12));
        assertThat(CustomerScorer.segmentFacts(RFM, CHURN, LOYALTY, value, DAYS))
                .isEqualTo(new SegmentFacts(RFM, 750_000, LOYALTY, 11L, 12L, DAYS));
    }

    @Test
    void unknownFiguresStayUnknown() {
        assertThat(CustomerScorer.segmentFacts(RFM, CHURN, LoyaltyScores.NONE, new ScoreValue(1, null), DAYS))
                .isEqualTo(SegmentFacts.of(RFM, 750_000, DAYS));
    }

    /** A reader who compares the columns must never find segment and churn_band at odds. */
    @Test
    void rulesUsePublishedBands() {
        ChurnBands bands = ChurnBands.of(0.123456, 0.654321);
        SegmentRules rules = SegmentRules.of(
                "s.yaml",
                List.of(band("LOW"), band("MEDIUM"), band("HIGH")),
                new BandEdges(bands.medium(), bands.high()));
        for (long churn : new long[] {0, 123_455, 123_456, 654_320, 654_321, 1_000_000}) {
            assertThat(rules.segmentOf(SegmentFacts.of(RFM, churn)))
                    .isEqualTo(bands.bandOf(churn).name());
        }
        assertThat(bands.edges()).isEqualTo(new BandEdges(123_456, 654_321));
    }

    private static RuleText band(String name) {
        return new RuleText(1, name, "meaning", List.of(new RuleText.Condition(2, "churn_band", name)));
    }
}
