package io.allegiance.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.allegiance.btyd.GammaGamma;
import io.allegiance.btyd.MbgNbd;
import io.allegiance.calendar.OpenDays;
import io.allegiance.churn.ChurnModel;
import io.allegiance.churn.ChurnRanking;
import io.allegiance.churn.GapSurvival;
import io.allegiance.history.PurchaseHistory;
import io.allegiance.loyalty.LoyaltyNorms;
import io.allegiance.loyalty.LoyaltyWeights;
import io.allegiance.segment.SegmentRules;
import io.allegiance.segment.file.SegmentRulesFile;
import io.allegiance.testing.PublishedFormulas;
import io.allegiance.testing.PurchaseHistories;
import io.allegiance.testing.RfmSamples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class HorizonScorerTest {

    private static final LocalDate DATE = LocalDate.of(2025, 12, 31);
    private static final MbgNbd PURCHASES = new MbgNbd(0.525, 6.183, 0.891, 1.614);
    private static final GammaGamma SPEND = new GammaGamma(6.25, 3.74, 15.44);
    private static final PurchaseHistory HISTORY = history();

    @Test
    void withoutALevelFiguresAreThoseOfThePublishedFormulas() {
        PublishedFormulas.BetaGeometric model = PublishedFormulas.mbgNbd(0.525, 6.183, 0.891, 1.614);
        List<HorizonScore> scores = score(SPEND, horizon(30, 1), horizon(365, 1));
        assertThat(scores).extracting(HorizonScore::horizonDays).containsExactly(30, 365);
        for (HorizonScore score : scores) {
            double churn = model.churnProbability(4, 200, 300, score.horizonDays());
            double purchases = model.expectedPurchases(4, 200, 300, score.horizonDays());
            double spend = PublishedFormulas.expectedSpend(6.25, 3.74, 15.44, 2, 12.3456);
            assertThat(score.churnProbability() / 1e6).isCloseTo(churn, within(1e-6));
            assertThat(score.expectedPurchases() / 1e6).isCloseTo(purchases, within(1e-6));
            assertThat(score.expectedValue() / 1e4).isCloseTo(purchases * spend, within(2e-4));
        }
    }

    @Test
    void whoBuysSoonBuysWithinAnyLongerTime() {
        // Levels at which the rankings contradict each other: churn rises with the horizon
        List<HorizonModel> further = List.of(horizon(7, 1), horizon(30, 1), horizon(180, 0.1), horizon(365, 0.1));
        List<HorizonScore> scores = scorer(SPEND, further, Map.of(7, -9.0, 30, -8.0, 180, 3.0, 365, 4.0))
                .scoreAll(HISTORY, 0, null)
                .further();
        CustomerScore main = scorer(SPEND, List.of(), Map.of()).score(HISTORY, 0, null);
        assertThat(scores)
                .extracting(HorizonScore::churnProbability)
                .containsOnly(main.churn().churnProbability());
        assertThat(scores)
                .extracting(HorizonScore::expectedPurchases)
                .containsOnly(main.value().expectedPurchases());
        assertThat(scores)
                .extracting(HorizonScore::expectedValue)
                .containsOnly(main.value().money().expectedValue());
    }

    @Test
    void aFactorBelowOneNeverPromisesLessThanOneDayToThoseWhoCome() {
        HorizonScore score = score(SPEND, horizon(7, 0.01)).get(0);
        assertThat(score.expectedPurchases()).isEqualTo(1_000_000 - score.churnProbability());
    }

    @Test
    void unknownSpendIsNoValue() {
        assertThat(score(null, horizon(30, 1)).get(0).expectedValue()).isNull();
    }

    @Test
    void whoNeverBoughtHasNone() {
        PurchaseHistory returnsOnly = PurchaseHistories.withoutPurchase("R");
        assertThat(scorer(SPEND, List.of(horizon(30, 1)), Map.of(30, 0.0))
                        .scoreAll(returnsOnly, 0, null)
                        .further())
                .isEmpty();
    }

    @Test
    void theMainScoreDoesNotDependOnFurtherHorizons() {
        assertThat(scorer(SPEND, List.of(horizon(30, 1)), Map.of(30, 2.0)).score(HISTORY, 0, null))
                .isEqualTo(scorer(SPEND, List.of(), Map.of()).score(HISTORY, 0, null));
    }

    @Test
    void aHorizonWithoutALevelIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scorer(SPEND, List.of(horizon(30, 1)), Map.of(60, 0.0)))
                .withMessage("the night froze no churn level over 30 days, only over [60]");
    }

    private static HorizonModel horizon(int days, double factor) {
        return new HorizonModel(days, new ChurnRanking(ChurnModel.PURCHASE_MODEL_ALONE), GapSurvival.NONE, 0, factor);
    }

    private static List<HorizonScore> score(GammaGamma spend, HorizonModel... further) {
        SortedMap<Integer, Double> levels = new TreeMap<>();
        List.of(further).forEach(each -> levels.put(each.horizonDays(), 0.0));
        return scorer(spend, List.of(further), levels)
                .scoreAll(HISTORY, 0, null)
                .further();
    }

    private static CustomerScorer scorer(GammaGamma spend, List<HorizonModel> further, Map<Integer, Double> levels) {
        return new CustomerScorer(new CustomerScorer.Night(
                DATE,
                OpenDays.NONE,
                new ScoringModel(
                        "2025-12-28-0123456789ab",
                        PURCHASES,
                        new ChurnRanking(ChurnModel.PURCHASE_MODEL_ALONE),
                        GapSurvival.NONE,
                        0,
                        1,
                        true,
                        spend,
                        90,
                        null,
                        further),
                new NightThresholds(
                        RfmSamples.thresholds(new int[] {1}, new int[] {1}, new long[] {1}),
                        0,
                        LoyaltyNorms.of(Map.of()),
                        DATE.minusDays(700),
                        null,
                        new TreeMap<>(levels)),
                rules(),
                ChurnBands.DEFAULT,
                LoyaltyWeights.EVEN,
                7));
    }

    /** Four repeat purchases, the last 200 days after the first, which was 300 days ago. */
    private static PurchaseHistory history() {
        LocalDate first = DATE.minusDays(300);
        return PurchaseHistories.of(
                "C", first, first.plusDays(200), 5, new PurchaseHistory.Recent(0, 5, 500_000L), 2, 246_912L);
    }

    private static SegmentRules rules() {
        try {
            Path file = Path.of("jobs", "segments.yaml");
            return SegmentRulesFile.read(file.toString(), Files.readAllBytes(file), ChurnBands.DEFAULT.edges());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
