package io.allegiance.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.allegiance.calendar.OpenDays;
import io.allegiance.history.LoyaltyDay.ProductLines;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoyaltyFoldTest {

    private static final LocalDate D = LocalDate.of(2025, 3, 1);
    private static final FoldRules RULES = new FoldRules(90, List.of("Postage"), OpenDays.NONE);

    private final LoyaltyFold fold = new LoyaltyFold(D, RULES);

    @Test
    void nothingHappened() {
        assertThat(fold.toFacts()).isEqualTo(LoyaltyFacts.NONE);
    }

    @Test
    void linesWithAKnownDiscountAreThoseOfPurchaseDays() {
        fold.addDay(new LoyaltyDay(day(20, 5L), false, 4, 3, List.of()));
        fold.addDay(new LoyaltyDay(new HistoryDay(D.minusDays(9), false, 0L, null), true, 7, 7, List.of()));
        fold.addDay(new LoyaltyDay(day(3, 5L), true, 2, 0, List.of()));
        assertThat(fold.toFacts().discounts()).isEqualTo(new LoyaltyFacts.Discounts(6, 3));
    }

    @Test
    void ofTooManyCategoriesAndProductsTheFirstAreToldApart() {
        for (int day = 30; day > 0; day--) {
            int first = day * 2_000;
            fold.addDay(new LoyaltyDay(
                    day(day, 5L),
                    false,
                    0,
                    0,
                    IntStream.range(first, first + 2_000)
                            .mapToObj(i -> new ProductLines("p" + i, "c" + i, 1))
                            .toList()));
        }
        assertThat(fold.toFacts().categories().count()).isEqualTo(DayLimits.MOST_CATEGORIES_OF_CUSTOMER);
        assertThat(fold.toFacts().categories().lines()).isEqualTo(DayLimits.MOST_CATEGORIES_OF_CUSTOMER);
        LoyaltyDay again = new LoyaltyDay(
                day(0, 5L),
                false,
                0,
                0,
                List.of(new ProductLines("p60001", "c60001", 1), new ProductLines("p2001", "c2001", 1)));
        fold.addDay(again);
        assertThat(fold.toFacts().products().reboughtLines()).isOne();
        assertThat(fold.toFacts().categories().lines()).isEqualTo(DayLimits.MOST_CATEGORIES_OF_CUSTOMER + 1);
    }

    @Test
    void eachYearHas365Days() {
        fold.addDay(spent(730, 1L));
        fold.addDay(spent(729, 20L));
        fold.addDay(spent(365, 300L));
        fold.addDay(spent(364, 4_000L));
        fold.addDay(spent(200, null));
        fold.addDay(spent(0, 50_000L));
        assertThat(fold.toFacts().growth()).isEqualTo(new LoyaltyFacts.Growth(2, 54_000, 2, 320));
    }

    @Test
    void incidentCountsAfterHorizonAndPurchaseWithinForgives() {
        fold.addIncident(D.minusDays(400));
        fold.addDay(spent(310, 1L));
        assertThat(fold.toFacts().incidents()).as("on the last day").isEqualTo(new LoyaltyFacts.Incidents(1, 1));
        fold.addIncident(D.minusDays(401));
        assertThat(fold.toFacts().incidents()).as("a day too late").isEqualTo(new LoyaltyFacts.Incidents(2, 1));
        fold.addIncident(D.minusDays(310));
        assertThat(fold.toFacts().incidents())
                .as("a purchase of the day itself forgives nothing")
                .isEqualTo(new LoyaltyFacts.Incidents(3, 1));
        fold.addIncident(D.minusDays(89));
        assertThat(fold.toFacts().incidents()).as("not old enough").isEqualTo(new LoyaltyFacts.Incidents(3, 1));
        fold.addIncident(D.minusDays(90));
        assertThat(fold.toFacts().incidents()).isEqualTo(new LoyaltyFacts.Incidents(4, 1));
    }

    @Test
    void aReturnIsAnIncidentAndOneOfADayIsEnough() {
        fold.addDay(new LoyaltyDay(new HistoryDay(D.minusDays(200), false, 0L, null), true, 0, 0, List.of()));
        fold.addIncident(D.minusDays(200));
        fold.addIncident(D.minusDays(200));
        fold.addDay(spent(150, 1L));
        assertThat(fold.toFacts().incidents()).isEqualTo(new LoyaltyFacts.Incidents(1, 1));
    }

    @Test
    void productOfEarlierDayIsBoughtAgain() {
        fold.addDay(bought(30, "tea", "Food", 2));
        fold.addDay(bought(20, "tea", "Food", 3, "cup", "Kitchen", 1, "", "Food", 9));
        fold.addDay(bought(10, "cup", "Other", 1, "pot", "Kitchen", 1, "pot", "Food", 1));
        assertThat(fold.toFacts().products()).isEqualTo(new LoyaltyFacts.Products(4 + 3, 3 + 1));
    }

    @Test
    void theFirstDayWithAKnownProductRepeatsNothing() {
        fold.addDay(bought(30, "", "Food", 2));
        fold.addDay(bought(20, "tea", "Food", 2, "tea", "Other", 1));
        assertThat(fold.toFacts().products()).isEqualTo(new LoyaltyFacts.Products(0, 0));
    }

    @Test
    void categoriesAreCountedByLinesAndWhatIsNoProductIsNone() {
        fold.addDay(bought(30, "a", "Food", 2, "b", "Kitchen", 1, "p", "Postage", 1, "x", "", 5));
        fold.addDay(bought(20, "c", "Garden", 3, "b", "Kitchen", 2, "a", "Food", 1));
        assertThat(fold.toFacts().categories())
                .as("three each of three: as diverse as three")
                .isEqualTo(new LoyaltyFacts.Categories(9, 3, 3_000_000, List.of("Food", "Garden", "Kitchen")));
    }

    @Test
    void whoMostlyBuysOneHasFewEffectiveCategories() {
        fold.addDay(bought(30, "a", "Food", 3, "b", "Kitchen", 1));
        // exp(-(0.75 ln 0.75 + 0.25 ln 0.25)) = 1.754765
        assertThat(fold.toFacts().categories().effective()).isEqualTo(1_754_765);
    }

    @Test
    void theFoldIsTheDefinition() {
        SplittableRandom random = new SplittableRandom(8);
        for (int i = 0; i < 2_000; i++) {
            List<LoyaltyDay> days = LoyaltyDays.random(random, D, 1_000);
            List<LocalDate> incidents = new ArrayList<>();
            for (int incident = random.nextInt(5); incident > 0; incident--) {
                incidents.add(D.minusDays(random.nextInt(400) - 20));
            }
            LoyaltyFold folded = new LoyaltyFold(D, RULES);
            days.forEach(folded::addDay);
            incidents.forEach(folded::addIncident);
            assertThat(folded.toFacts()).isEqualTo(PlainLoyalty.of(D, RULES, days, incidents));
        }
    }

    @Test
    void horizonIsOneDayOrMore() {
        assertThatIllegalArgumentException().isThrownBy(() -> new FoldRules(0, List.of(), OpenDays.NONE));
    }

    private static HistoryDay day(int daysAgo, Long spend) {
        return new HistoryDay(D.minusDays(daysAgo), true, spend, 1_000L);
    }

    private static LoyaltyDay spent(int daysAgo, Long spend) {
        return new LoyaltyDay(day(daysAgo, spend), false, 0, 0, List.of());
    }

    /** Product, category, number of lines; and again. */
    private static LoyaltyDay bought(int daysAgo, Object... products) {
        List<ProductLines> lines = new ArrayList<>();
        for (int i = 0; i < products.length; i += 3) {
            lines.add(new ProductLines((String) products[i], (String) products[i + 1], (Integer) products[i + 2]));
        }
        return new LoyaltyDay(day(daysAgo, 5L), false, 0, 0, lines);
    }
}
