package io.allegiance.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.allegiance.btyd.GammaGamma;
import io.allegiance.btyd.MbgNbd;
import io.allegiance.calendar.OpenDays;
import io.allegiance.crossselling.CategoryLift;
import io.allegiance.crossselling.CoPurchases;
import io.allegiance.history.LoyaltyFacts;
import io.allegiance.history.PurchaseHistory;
import io.allegiance.loyalty.LoyaltyNorms;
import io.allegiance.loyalty.LoyaltyScores;
import io.allegiance.loyalty.LoyaltyWeights;
import io.allegiance.rfm.RfmScore;
import io.allegiance.rfm.RfmThresholds;
import io.allegiance.segment.SegmentFacts;
import io.allegiance.segment.SegmentRules;
import io.allegiance.segment.file.SegmentRulesFile;
import io.allegiance.testing.PublishedFormulas;
import io.allegiance.testing.PurchaseHistories;
import io.allegiance.testing.RfmSamples;
import io.allegiance.testing.ScoringModels;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CustomerScorerTest {

    private static final LocalDate DATE = LocalDate.of(2025, 12, 31);
    private static final int HORIZON = 90;
    private static final GammaGamma SPEND = new GammaGamma(6.25, 3.74, 15.44);
    private static final SegmentRules RULES = rules();
    private static final RfmThresholds THRESHOLDS =
            RfmSamples.thresholds(new int[] {1, 40, 90, 200, 700}, new int[] {0, 1, 2, 5, 30}, new long[] {
                0, 100_000, 500_000, 900_000, 9_000_000
            });
    private static final SegmentFacts.Days DAYS = new SegmentFacts.Days(100, 700);
    private static final CustomerScorer SCORER = scorer(SPEND);

    @Test
    void figuresAreThoseOfThePublishedFormulas() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 60; i++) {
            int age = random.nextInt(1_200);
            int lastPurchaseAge = random.nextInt(age + 1);
            int repeats = lastPurchaseAge == 0 ? 0 : 1 + random.nextInt(Math.min(60, lastPurchaseAge));
            requirePublished(repeats, repeats == 0 ? 0 : lastPurchaseAge, age, random.nextInt(repeats + 1));
        }
        requirePublished(0, 0, 0, 0);
    }

    private static void requirePublished(int repeats, int lastPurchaseAge, int age, int spendDays) {
        PurchaseHistory history = history(repeats, lastPurchaseAge, age, spendDays, 123_456L * spendDays);
        CustomerScore score = SCORER.score(history, 0, null);

        PublishedFormulas.BetaGeometric model = PublishedFormulas.mbgNbd(0.525, 6.183, 0.891, 1.614);
        double churn = model.churnProbability(repeats, lastPurchaseAge, age, HORIZON);
        double any = model.expectedPurchasesGivenAny(repeats, age, HORIZON);
        double spend = PublishedFormulas.expectedSpend(6.25, 3.74, 15.44, spendDays, 12.3456);
        assertUnits(score.churn().churnProbability(), churn, 1e6);
        assertUnits(score.churn().probabilityAlive(), model.probabilityAlive(repeats, lastPurchaseAge, age), 1e6);
        assertUnits(
                score.value().expectedPurchases(),
                model.expectedPurchases(repeats, lastPurchaseAge, age, HORIZON),
                1e6);
        assertUnits(score.value().money().expectedSpend(), spend, 1e4);
        assertUnits(score.value().money().expectedValue(), (1 - churn) * any * spend, 1e4);
        assertUnits(score.value().money().valueAtRisk(), churn * any * spend, 1e4);
    }

    private static void assertUnits(long units, double published, double unitsInOne) {
        assertThat((double) units).isCloseTo(published * unitsInOne, within(0.5001));
    }

    @Test
    void whoOnlyReturnedHasNoNumber() {
        CustomerScore score = SCORER.score(PurchaseHistories.withoutPurchase("C"), 0, null);
        assertThat(score)
                .isEqualTo(new CustomerScore(
                        new CustomerScore.Key("C", DATE, "2025-12-28-0123456789ab"),
                        SegmentState.first("NO_PURCHASE", DATE),
                        null,
                        null,
                        null,
                        LoyaltyScores.NONE,
                        null,
                        ChurnReasons.NONE,
                        Eligibility.NO_PURCHASE));
    }

    @Test
    void rfmIsTakenFromDaysSinceTheLastPurchaseAndTheLast365Days() {
        PurchaseHistory history = PurchaseHistories.of(
                "C", DATE.minusDays(900), DATE.minusDays(60), 40, recent(6, 800_000L), 20, 5_000_000L);
        assertThat(SCORER.score(history, 0, null).rfm())
                .isEqualTo(new RfmScore(
                        THRESHOLDS.recencyScore(60), THRESHOLDS.frequencyScore(6), THRESHOLDS.monetaryScore(800_000L)))
                .isEqualTo(new RfmScore(4, 5, 4));
    }

    @Test
    void spendThatIsUnknownLeavesTheRestOfTheScoreAsItIs() {
        PurchaseHistory known = history(3, 200, 300, 2, 500_000L);
        PurchaseHistory unknown = PurchaseHistories.of(
                "C", known.firstPurchaseDay(), known.lastPurchaseDay(), 4, recent(4, null), 2, 500_000L);
        CustomerScore score = SCORER.score(unknown, 0, null);
        assertThat(score.rfm().monetary()).isNull();
        assertThat(score.churn()).isEqualTo(SCORER.score(known, 0, null).churn());
        assertThat(score.value()).isEqualTo(SCORER.score(known, 0, null).value());

        CustomerScore withoutModel = scorer((GammaGamma) null).score(known, 0, null);
        assertThat(withoutModel.value().money()).isNull();
        assertThat(withoutModel.value().expectedPurchases())
                .isEqualTo(SCORER.score(known, 0, null).value().expectedPurchases());
    }

    @Test
    void whoReturnedAllOrGotItFreeIsExpectedToSpendNothing() {
        for (PurchaseHistory.Spend nothing : List.of(
                new PurchaseHistory.Spend(4, 0, 0, 0),
                new PurchaseHistory.Spend(1, 0, 0, 0),
                new PurchaseHistory.Spend(4, 500_000L, 0, 0))) {
            ScoreValue.Money money = scored(nothing).money();
            assertThat(money.expectedSpend()).as("%s", nothing).isZero();
            assertThat(money.expectedValue()).as("%s", nothing).isZero();
            assertThat(money.valueAtRisk()).as("%s", nothing).isZero();
        }
        for (PurchaseHistory.Spend unknown :
                List.of(new PurchaseHistory.Spend(0, 0, 0, 0), new PurchaseHistory.Spend(1, 500_000L, 0, 0))) {
            assertUnits(
                    scored(unknown).money().expectedSpend(),
                    PublishedFormulas.expectedSpend(6.25, 3.74, 15.44, 0, 0),
                    1e4);
        }
    }

    private static ScoreValue scored(PurchaseHistory.Spend spend) {
        PurchaseHistory history = history(3, 200, 300, 2, 500_000L);
        return SCORER.score(
                        new PurchaseHistory(
                                history.customerId(),
                                history.firstPurchaseDay(),
                                history.lastPurchaseDay(),
                                history.purchaseDays(),
                                history.gapSquares(),
                                history.recent(),
                                spend,
                                history.quantity(),
                                history.timing()),
                        0,
                        null)
                .value();
    }

    @Test
    void theNextBestCategoryIsWhatGoesWithThoseBoughtOf() {
        PurchaseHistory history = history(3, 200, 300, 2, 500_000L);
        LoyaltyFacts facts = LoyaltyFacts.NONE;
        assertThat(SCORER.score(history, 0, null).nextBestCategory()).isNull();
        assertThat(SCORER.score(
                                history.with(new LoyaltyFacts(
                                        facts.discounts(),
                                        facts.growth(),
                                        facts.incidents(),
                                        facts.products(),
                                        new LoyaltyFacts.Categories(1, 1, 1_000_000, List.of("tea")))),
                                0,
                                null)
                        .nextBestCategory())
                .isEqualTo("cup");
    }

    @Test
    void theSegmentIsThatOfTheRulesAndRemembersTheOneBefore() {
        PurchaseHistory history = history(3, 200, 300, 2, 500_000L);
        CustomerScore score = SCORER.score(history, 0, null);
        String segment = RULES.segmentOf(
                CustomerScorer.segmentFacts(score.rfm(), score.churn(), score.loyalty(), score.value(), DAYS));
        LocalDate before = DATE.minusDays(30);

        assertThat(SCORER.score(history, 0, null).segment()).isEqualTo(SegmentState.first(segment, DATE));
        assertThat(stateAfter(history, SegmentState.first(segment, before), 3))
                .isEqualTo(SegmentState.first(segment, before));
        assertThat(stateAfter(history, SegmentState.first("NO_PURCHASE", before), null))
                .isEqualTo(new SegmentState(segment, "NO_PURCHASE", DATE));
    }

    @Test
    void moveBackIsHeldUnlessRecencyRises() {
        PurchaseHistory history = history(3, 200, 300, 2, 500_000L);
        CustomerScore score = SCORER.score(history, 0, null);
        String segment = score.segment().segment();
        String other = segment.equals("LOYAL") ? "LOST" : "LOYAL";
        int recency = score.rfm().recency();
        SegmentState aWeekAgo = new SegmentState(other, segment, DATE.minusDays(7));
        assertThat(stateAfter(history, aWeekAgo, recency - 1)).isEqualTo(aWeekAgo);
        assertThat(stateAfter(history, aWeekAgo, recency - 2)).isEqualTo(new SegmentState(segment, other, DATE));
        assertThat(stateAfter(history, new SegmentState(other, segment, DATE.minusDays(8)), recency - 1))
                .isEqualTo(new SegmentState(segment, other, DATE));
    }

    private static SegmentState stateAfter(PurchaseHistory history, SegmentState state, Integer recencyScore) {
        return SCORER.score(history, 0, new PreviousSegment(state, recencyScore))
                .segment();
    }

    @Test
    void aHistoryBeyondTheScoreDateIsRefused() {
        PurchaseHistory tomorrow =
                PurchaseHistories.of("C", DATE.plusDays(1), DATE.plusDays(1), 1, recent(1, 1L), 0, 0);
        assertThatIllegalArgumentException().isThrownBy(() -> SCORER.score(tomorrow, 0, null));
    }

    private static PurchaseHistory history(int repeats, int lastPurchaseAge, int age, int spendDays, long spend) {
        LocalDate first = DATE.minusDays(age);
        return PurchaseHistories.of(
                "C",
                first,
                first.plusDays(lastPurchaseAge),
                repeats + 1,
                recent(repeats + 1, 500_000L),
                spendDays,
                spend);
    }

    private static PurchaseHistory.Recent recent(int purchaseDays365, Long spend365) {
        return new PurchaseHistory.Recent(0, purchaseDays365, spend365);
    }

    @Test
    void probabilityAliveThatCannotBeToldIsLeftOut() {
        ScoringModel known = model(SPEND);
        ScoringModel unknown = new ScoringModel(
                known.version(),
                known.purchases(),
                known.churn(),
                known.gaps(),
                known.churnDelta(),
                known.purchaseFactor(),
                false,
                known.spend(),
                known.horizonDays(),
                known.categories(),
                known.further());
        PurchaseHistory history = history(3, 200, 300, 2, 500_000L);
        CustomerScore score = scorer(unknown).score(history, 0, null);
        CustomerScore whole = SCORER.score(history, 0, null);
        assertThat(whole.churn().probabilityAlive()).isNotNull();
        assertThat(score.churn())
                .isEqualTo(new ChurnRisk(
                        whole.churn().churnProbability(), whole.churn().churnBand(), null));
        assertThat(score.value()).isEqualTo(whole.value());
        List<String> fields = fields(whole);
        fields.set(ScoreColumns.NAMES.indexOf("probability_alive"), "");
        assertThat(fields(score)).isEqualTo(fields);
    }

    private static List<String> fields(CustomerScore score) {
        String line = new String(new ExportRow().encode(score).toBytes(), StandardCharsets.UTF_8);
        return new ArrayList<>(List.of(line.split(",", -1)));
    }

    @Test
    void expectedPurchasesAreMultipliedWithTheFactor() {
        ScoringModel known = model(SPEND);
        ScoringModel more = new ScoringModel(
                known.version(),
                known.purchases(),
                known.churn(),
                known.gaps(),
                known.churnDelta(),
                1.25,
                true,
                known.spend(),
                known.horizonDays(),
                known.categories(),
                known.further());
        PurchaseHistory history = history(3, 200, 300, 2, 500_000L);
        CustomerScore score = scorer(more).score(history, 0, null);
        CustomerScore before = SCORER.score(history, 0, null);
        assertThat(score.churn()).isEqualTo(before.churn());
        assertThat((double) score.value().expectedPurchases())
                .isCloseTo(1.25 * before.value().expectedPurchases(), within(1.2));
        assertThat((double) score.value().money().expectedValue())
                .isCloseTo(1.25 * before.value().money().expectedValue(), within(1.2));
    }

    private static CustomerScorer scorer(GammaGamma spend) {
        return scorer(model(spend));
    }

    private static ScoringModel model(GammaGamma spend) {
        return ScoringModels.alone(
                "2025-12-28-0123456789ab",
                new MbgNbd(0.525, 6.183, 0.891, 1.614),
                spend,
                CategoryLift.of(CoPurchases.count(List.of("tea", "cup"), Collections.nCopies(100, new int[] {0, 1}))));
    }

    private static CustomerScorer scorer(ScoringModel model) {
        return new CustomerScorer(new CustomerScorer.Night(
                DATE,
                OpenDays.NONE,
                model,
                new NightThresholds(THRESHOLDS, 0, LoyaltyNorms.of(Map.of()), DATE.minusDays(700), null),
                RULES,
                ChurnBands.DEFAULT,
                LoyaltyWeights.EVEN,
                7));
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
