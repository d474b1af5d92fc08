package io.allegiance.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.of;

import io.allegiance.calendar.DateRange;
import io.allegiance.calendar.OpenDays;
import io.allegiance.scoring.ScoreColumns;
import io.allegiance.testing.PurchaseHistories;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each dimension against small histories worked out by hand, with norms that are easy to reckon with. */
class DimensionsTest {

    private static final LoyaltyNorms NORMS = new LoyaltyNorms(0.01, 50, 20, 4, 1, 0.5, 0.1, 0.5, 1, 0.4);
    private static final LoyaltyNorms GROWING = new LoyaltyNorms(0.01, 50, 20, 4, 1, 0.5, 0.1, 0.5, 4, 0.4);
    private static final LoyaltyNorms NOTHING_KNOWN = LoyaltyNorms.of(Map.of());
    private static final double NONE = Double.NaN;

    static Stream<Arguments> table() {
        return Stream.of(repeat(), volume(), breadth(), commitment(), advocacy(), forgiveness(), spendGrowth(), brand())
                .flatMap(List::stream);
    }

    private static List<Arguments> repeat() {
        return List.of(
                // (1 / 200) · 1 against 0.01
                of("repeat", "once, 100 days ago", Loyal.since(100), 100 / 3.0),
                of("repeat", "once, today", Loyal.since(0), 50),
                of("repeat", "a second time in 100 days", Loyal.since(100).gaps(40), 50),
                // 3 / 300 · (2/3 / 0.5), r = 100² / (2 · 5000) = 1
                of("repeat", "twice again, like clockwork", Loyal.since(200).gaps(50, 50), 400 / 7.0),
                // r = 100² / (2 · 8200), ρ = (r + 1) / 3
                of("repeat", "twice again, erratically", Loyal.since(200).gaps(10, 90), 100 * 22 / 42.5));
    }

    private static List<Arguments> volume() {
        return List.of(
                // (40 + 20) / 2 / 20 = 1.5
                of("volume", "40 on one day", Loyal.since(9).spend(1, 40), 60),
                of("volume", "the median, quantity alone", Loyal.since(9).quantity(1, 4), 50),
                // √(1.5 · 2) = √3
                of(
                        "volume",
                        "40 and 12 pieces on one day",
                        Loyal.since(9).spend(1, 40).quantity(1, 12),
                        63.39745962),
                of("volume", "nothing on nine days", Loyal.since(9).spend(9, 0), 100 / 11.0),
                of("volume", "unknown", Loyal.since(9), NONE));
    }

    private static List<Arguments> breadth() {
        return List.of(
                // (2 · 0 + 2 · 1) / 4 = 0.5
                of("breadth", "two lines of one category", Loyal.since(9).categories(2, 1, 1), 100 / 3.0),
                // √(4 · 4) - 1 = 3, (8 · 3 + 2) / 10 = 2.6
                of("breadth", "eight lines of four alike", Loyal.since(9).categories(8, 4, 4), 260 / 3.6),
                of("breadth", "98 lines of one category", Loyal.since(9).categories(98, 1, 1), 100 / 51.0),
                of("breadth", "no known category", Loyal.since(9), NONE));
    }

    private static List<Arguments> commitment() {
        return List.of(
                // (0.5 + 50 / 100) / 2
                of("commitment", "once, as long ago as a gap", Loyal.since(50), 50),
                // (4 + 2) / 8 = 0.75
                of("commitment", "the same at full price", Loyal.since(50).discounts(4, 4), 175 / 3.0),
                of("commitment", "the same at a discount", Loyal.since(50).discounts(4, 0), 125 / 3.0),
                // (2/3 + 1) / 2
                of("commitment", "clockwork, today", Loyal.since(100).gaps(50, 50), 250 / 3.0),
                // (2/3 + 50 / 150) / 2
                of("commitment", "clockwork, two gaps ago", Loyal.since(200).gaps(50, 50), 50));
    }

    private static List<Arguments> advocacy() {
        return List.of(
                of("advocacy", "new, brought nobody", Loyal.since(0), 50),
                of("advocacy", "ten years, brought nobody", Loyal.since(3650), 100 / 3.0),
                of("advocacy", "ten years, brought one", Loyal.since(3650).referred(1), 50),
                of("advocacy", "new, brought three", Loyal.since(0).referred(3), 80));
    }

    private static List<Arguments> forgiveness() {
        return List.of(
                of("forgiveness", "nothing happened", Loyal.since(9), NONE),
                of("forgiveness", "came back after the one", Loyal.since(9).incidents(1, 1), 200 / 3.0),
                of("forgiveness", "stayed away after the one", Loyal.since(9).incidents(1, 0), 100 / 3.0),
                of("forgiveness", "came back after 7 of 8", Loyal.since(9).incidents(8, 7), 80));
    }

    private static List<Arguments> spendGrowth() {
        return List.of(
                // μ = 20: (30 + 20) / 2 against (10 + 20) / 2
                of("spend_growth", "30 after 10", Loyal.since(9).growth(1, 30, 1, 10), 62.5),
                of("spend_growth", "as before", Loyal.since(9).growth(2, 30, 4, 60), 50),
                // μ = 5: (0 + 5) / 2 against (10 + 5) / 2
                of("spend_growth", "nothing after 10", Loyal.since(9).growth(1, 0, 1, 10), 25),
                of("spend_growth", "no year before", Loyal.since(9).growth(3, 30, 0, 0), NONE),
                of("spend_growth", "no last year", Loyal.since(9).growth(0, 0, 3, 30), NONE),
                of("spend_growth", "nothing in either", Loyal.since(9).growth(1, 0, 1, 0), NONE));
    }

    private static List<Arguments> brand() {
        return List.of(
                of("brand", "never came again", Loyal.since(9), NONE),
                // (5 + 2) / 10
                of("brand", "five lines, all again", Loyal.since(9).products(5, 5), 70),
                of("brand", "five lines, none again", Loyal.since(9).products(5, 0), 20));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("table")
    void isWhatTheFormulaSays(String dimension, String who, Loyal loyal, double expected) {
        double score = get(dimension).score(loyal.customer(), NORMS);
        if (Double.isNaN(expected)) {
            assertThat(score).isNaN();
        } else {
            assertThat(score).isCloseTo(expected, within(1e-8));
        }
    }

    @Test
    void littleDataFollowsThePopulationsGrowth() {
        // μ = 10: (10 + 10 · 2) / 2 = 15 against (10 + 10 / 2) / 2 = 7.5
        assertThat(get("spend_growth").score(Loyal.since(9).growth(1, 10, 1, 10).customer(), GROWING))
                .isCloseTo(200 / 3.0, within(1e-8));
        // and much data its own
        assertThat(get("spend_growth")
                        .score(
                                Loyal.since(9)
                                        .growth(9_999, 99_990, 9_999, 99_990)
                                        .customer(),
                                GROWING))
                .isCloseTo(50, within(0.01));
    }

    @Test
    void theDimensionsAreTheColumnsInTheirOrder() {
        assertThat(Dimensions.ALL.stream().map(dimension -> dimension.name() + "_score"))
                .containsExactlyElementsOf(ScoreColumns.LOYALTY.subList(1, ScoreColumns.LOYALTY.size()));
    }

    @Test
    void everyScoreLiesBetween0And100() {
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < 20_000; i++) {
            LoyalCustomer customer = random(random).customer();
            for (Dimension dimension : Dimensions.ALL) {
                double score = dimension.score(customer, NORMS);
                assertThat(Double.isNaN(score) || (score >= 0 && score <= 100))
                        .as("%s of %s was %s", dimension.name(), customer, score)
                        .isTrue();
            }
        }
    }

    @Test
    void moreEventsNeverLowerWhatTheyMeasure() {
        SplittableRandom random = new SplittableRandom(13);
        for (int i = 0; i < 5_000; i++) {
            int age = random.nextInt(1_000);
            int some = random.nextInt(20);
            int all = some + 1 + random.nextInt(20);
            risesWith(
                    "advocacy",
                    Loyal.since(age).referred(some),
                    Loyal.since(age).referred(some + 1));
            risesWith(
                    "forgiveness",
                    Loyal.since(age).incidents(all, some),
                    Loyal.since(age).incidents(all, some + 1));
            risesWith(
                    "brand",
                    Loyal.since(age).products(all, some),
                    Loyal.since(age).products(all, some + 1));
            risesWith(
                    "commitment",
                    Loyal.since(age).discounts(all, some),
                    Loyal.since(age).discounts(all, some + 1));
            risesWith("commitment", Loyal.since(age + 1), Loyal.since(age));
            risesWith(
                    "repeat",
                    Loyal.since(1_000).gaps(even(some + 1)),
                    Loyal.since(1_000).gaps(even(some + 2)));
        }
    }

    @Test
    void moreMoneyAndCategoriesNeverLowerWhatTheyMeasure() {
        SplittableRandom random = new SplittableRandom(13);
        for (int i = 0; i < 5_000; i++) {
            int age = random.nextInt(1_000);
            int some = random.nextInt(20);
            int all = some + 1 + random.nextInt(20);
            double money = random.nextDouble() * 500;
            risesWith(
                    "volume",
                    Loyal.since(age).spend(all, money),
                    Loyal.since(age).spend(all, money + 1));
            risesWith(
                    "volume",
                    Loyal.since(age).quantity(all, money),
                    Loyal.since(age).quantity(all, money + 1));
            risesWith(
                    "spend_growth",
                    Loyal.since(age).growth(all, money, some + 1, 50),
                    Loyal.since(age).growth(all, money + 1, some + 1, 50));
            risesWith(
                    "breadth",
                    Loyal.since(age).categories(all, 3, 2),
                    Loyal.since(age).categories(all, 3, 2.5));
        }
    }

    private static int[] even(int gaps) {
        int[] days = new int[gaps];
        Arrays.fill(days, 20);
        return days;
    }

    private static void risesWith(String dimension, Loyal less, Loyal more) {
        assertThat(get(dimension).score(more.customer(), NORMS))
                .as(dimension)
                .isGreaterThan(get(dimension).score(less.customer(), NORMS));
    }

    @Test
    void whereNothingIsKnownOfThePopulationNothingIsSaid() {
        SplittableRandom random = new SplittableRandom(14);
        for (int i = 0; i < 200; i++) {
            assertThat(Dimensions.scores(Dimensions.ALL, random(random).customer(), NOTHING_KNOWN))
                    .containsOnly(Double.NaN);
        }
    }

    @Test
    void normsAreKeptByNameToTheLastBit() {
        assertThat(LoyaltyNorms.of(NORMS.toMap())).isEqualTo(NORMS);
        assertThat(LoyaltyNorms.of(NOTHING_KNOWN.toMap())).isEqualTo(NOTHING_KNOWN);
        LoyaltyNorms odd = new LoyaltyNorms(1 / 3.0, Math.PI, NONE, 0.1, NONE, 1e-300, NONE, 2 / 7.0, NONE, 1);
        assertThat(LoyaltyNorms.of(odd.toMap())).isEqualTo(odd);
    }

    @Test
    void aCustomerWithoutAPurchaseDayHasNoLoyalty() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LoyalCustomer.of(PurchaseHistories.withoutPurchase("C"), Loyal.D, OpenDays.NONE, 0))
                .withMessageContaining("without a purchase day");
    }

    @Test
    void aHistoryBeyondTheDateHasNoLoyalty() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Loyal.since(10).gaps(11).customer())
                .withMessageContaining("has no loyalty as of");
    }

    @Test
    void closedDaysChangeNoScore() {
        Loyal loyal = Loyal.since(40).gaps(10, 10);
        OpenDays shut = OpenDays.without(List.of(new DateRange(Loyal.D.minusDays(90), Loyal.D.minusDays(31))));
        LoyalCustomer customer = loyal.customer(shut, 60);
        assertThat(customer.lastPurchaseAgeDays()).isEqualTo(20);
        assertThat(customer.ageDays()).isEqualTo(40);
        assertThat(Cadence.regularity(customer)).isEqualTo(Cadence.regularity(loyal.customer()));
        assertThat(Dimensions.scores(Dimensions.ALL, customer, NORMS))
                .isEqualTo(Dimensions.scores(Dimensions.ALL, loyal.customer(), NORMS));
    }

    private static Loyal random(SplittableRandom random) {
        int[] gaps = random.ints(random.nextInt(12), 1, 90).toArray();
        int span = Arrays.stream(gaps).sum();
        int known = random.nextInt(30);
        int incidents = random.nextInt(6);
        int products = random.nextInt(40);
        int categories = 1 + random.nextInt(9);
        Loyal loyal = Loyal.since(span + random.nextInt(400))
                .gaps(gaps)
                .discounts(known, random.nextInt(known + 1))
                .incidents(incidents, random.nextInt(incidents + 1))
                .products(products, random.nextInt(products + 1))
                .growth(random.nextInt(3), random.nextInt(900), random.nextInt(3), random.nextInt(900))
                .referred(random.nextInt(4));
        if (random.nextBoolean()) {
            loyal.categories(categories + random.nextInt(50), categories, 1 + random.nextDouble() * (categories - 1));
        }
        if (random.nextBoolean()) {
            loyal.spend(1 + random.nextInt(9), random.nextInt(5) * random.nextDouble() * 1e5);
        }
        if (random.nextBoolean()) {
            loyal.quantity(1 + random.nextInt(9), random.nextDouble() * 100);
        }
        return loyal;
    }

    private static Dimension get(String name) {
        return Dimensions.ALL.stream()
                .filter(dimension -> dimension.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theLoyaltyScoreIsTheWeightedMeanOfWhatIsKnown() {
        double[] scores = {10, NONE, 30, NONE, 50, NONE, NONE, NONE};
        assertThat(LoyaltyWeights.EVEN.mean(scores)).isEqualTo(30);
        assertThat(LoyaltyWeights.of(Dimensions.ALL, 1, 9, 3, 9, 0, 9, 9, 9).mean(scores))
                .isEqualTo(25);
        assertThat(LoyaltyWeights.of(Dimensions.ALL, 0, 1, 0, 1, 0, 1, 1, 1).mean(scores))
                .isNaN();
    }

    @Test
    void weightsThatMeanNothingAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LoyaltyWeights.of(Dimensions.ALL, 1, 1, -0.5, 1, 1, 1, 1, 1))
                .withMessage("the loyalty weight of breadth must be a number of 0 or more; was -0.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LoyaltyWeights.of(Dimensions.ALL, 0, 0, 0, 0, 0, 0, 0, 0))
                .withMessageContaining("all were 0");
        for (List<Double> bad : List.of(List.of(NONE), List.of(Double.POSITIVE_INFINITY))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> LoyaltyWeights.of(Dimensions.ALL, bad.get(0), 1, 1, 1, 1, 1, 1, 1));
        }
    }
}
