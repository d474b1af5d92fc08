package io.allegiance.report.benefit;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.history.LoyaltyFacts;
import io.allegiance.report.figure.CustomerRows;
import io.allegiance.report.figure.EarlierPublication;
import io.allegiance.report.figure.Figure;
import io.allegiance.report.figure.FigureGroup;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BenefitsTest {

    private static final LocalDate DATE = LocalDate.of(2025, 12, 31);
    private static final MeasuredNight NIGHT = new MeasuredNight(DATE, 90, 90, null, Map.of());

    @Test
    void withoutCustomersEveryShareAndMeanHasNoDataAndSaysWhy() {
        assertThat(Benefits.of(NIGHT)).hasSize(9).allSatisfy(benefit -> {
            assertThat(benefit.figures().headline().value()).isNull();
            assertThat(benefit.figures().headline().noData()).isNotBlank();
        });
    }

    @Test
    void namesAreUniqueAndHeadlinesHaveAPlaceForTheirNumber() {
        List<BenefitFigures> figures =
                Benefits.of(NIGHT).stream().map(Benefit::figures).toList();
        assertThat(figures).extracting(BenefitFigures::name).doesNotHaveDuplicates();
        assertThat(figures)
                .allSatisfy(each -> assertThat(each.headline().label()).containsOnlyOnce(Figure.PLACE));
    }

    @Test
    void withheldFiguresKeepTheirNamesAndSayWhy() {
        Benefit retention = new Retention(NIGHT);
        retention.addCustomer(CustomerRows.of("A", "LOYAL").churning(250_000).row());
        BenefitFigures withheld = retention.figures().withheld("gone");
        assertThat(withheld.headline().noData()).isEqualTo("gone");
        assertThat(figure(withheld.groups().get(0).figures(), "expected").value())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void loyalCustomersAreTopFifthIncludingTies(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] scores = random.ints(1 + random.nextInt(40), 0, 12)
                .map(score -> score * 1_000)
                .map(score -> Math.min(10_000, score))
                .toArray();
        WorthOfLoyalty worth = new WorthOfLoyalty();
        for (int score : scores) {
            worth.addCustomer(CustomerRows.of("A", "LOYAL").loyal(score).row());
        }
        int cut = IntStream.rangeClosed(0, 10_000)
                .filter(least ->
                        5 * IntStream.of(scores).filter(score -> score > least).count() <= scores.length)
                .findFirst()
                .orElseThrow();
        List<Figure> figures = worth.figures().figures();
        assertThat(figure(figures, "loyal_from").value()).isEqualByComparingTo(BigDecimal.valueOf(cut, 2));
        assertThat(figure(figures, "loyal_customers").value())
                .isEqualByComparingTo(BigDecimal.valueOf(
                        IntStream.of(scores).filter(score -> score >= cut).count()));
    }

    @Test
    void aLoyalCustomerIsWorthSoManyFirstTimeOnes() {
        WorthOfLoyalty worth = new WorthOfLoyalty();
        worth.addCustomer(CustomerRows.of("A", "LOYAL")
                .loyal(9_000)
                .bought(DATE.minusDays(300), DATE, 7, 700_0000L)
                .row());
        worth.addCustomer(CustomerRows.of("B", "NEW")
                .loyal(100)
                .bought(DATE, DATE, 1, 50_0000L)
                .row());
        worth.addCustomer(CustomerRows.of("C", "NEW")
                .loyal(100)
                .bought(DATE, DATE, 1, null)
                .row());
        for (int more = 0; more < 3; more++) {
            worth.addCustomer(CustomerRows.of("D" + more, "LOST").loyal(0).row());
        }
        BenefitFigures figures = worth.figures();
        assertThat(figure(figures.figures(), "loyal_from").value()).isEqualByComparingTo("1");
        assertThat(figure(figures.figures(), "loyal_mean_spend").value()).isEqualByComparingTo("375");
        assertThat(figure(figures.figures(), "first_time_customers").value()).isEqualByComparingTo("2");
        assertThat(figures.headline().value()).isEqualByComparingTo("7.5");
    }

    @Test
    void whereFirstTimeCustomersSpentNothingThereIsNoMultipleOfThat() {
        WorthOfLoyalty worth = new WorthOfLoyalty();
        worth.addCustomer(
                CustomerRows.of("A", "NEW").loyal(100).bought(DATE, DATE, 1, 0L).row());
        assertThat(worth.figures().headline().noData()).isEqualTo("first-time customers spent nothing");
    }

    @ParameterizedTest
    @CsvSource({
        "0, under 90 days",
        "89, under 90 days",
        "90, 90 to 179 days",
        "179, 90 to 179 days",
        "180, 180 to 364 days",
        "364, 180 to 364 days",
        "365, 365 to 729 days",
        "729, 365 to 729 days",
        "730, 730 days and more"
    })
    void tenureIsCountedInDaysFromTheFirstPurchaseDay(int days, String span) {
        assertThat(Tenure.of(DATE.minusDays(days), DATE).label()).isEqualTo(span);
    }

    @Test
    void unknownSpendIsLeftOutOfTheRevenueAndCounted() {
        RepeatBusiness repeat = new RepeatBusiness();
        repeat.addCustomer(CustomerRows.of("A", "LOYAL")
                .bought(DATE.minusDays(9), DATE, 3, 90_0000L)
                .row());
        repeat.addCustomer(CustomerRows.of("B", "LOYAL")
                .bought(DATE.minusDays(9), DATE, 4, null)
                .row());
        repeat.addCustomer(
                CustomerRows.of("C", "NEW").bought(DATE, DATE, 1, 30_0000L).row());
        BenefitFigures figures = repeat.figures();
        assertThat(figures.headline().value()).isEqualByComparingTo("0.75");
        assertThat(figure(figures.figures(), "purchase_day_share").value()).isEqualByComparingTo("0.875");
        assertThat(figure(figures.figures(), "unknown_spend").value()).isEqualByComparingTo("1");
    }

    @Test
    void observedRetentionCountsPurchaseDaysSinceAndThoseWhoAreGone() {
        LocalDate then = DATE.minusDays(30);
        Retention retention = new Retention(
                new MeasuredNight(DATE, 90, 90, new EarlierPublication(4, then, 3, 4), Map.of("LOYAL", 4L)));
        retention.addCustomer(CustomerRows.of("A", "LOST")
                .onceIn("LOYAL")
                .bought(then, then.plusDays(1), 2, null)
                .row());
        retention.addCustomer(CustomerRows.of("B", "LOST")
                .onceIn("LOYAL")
                .bought(then, then, 1, null)
                .row());
        retention.addCustomer(
                CustomerRows.of("C", "NEW").bought(DATE, DATE, 1, null).row());
        BenefitFigures figures = retention.figures();
        assertThat(figure(figures.figures(), "observed").value()).isEqualByComparingTo("0.25");
        assertThat(group(figures, "LOYAL", "observed").value()).isEqualByComparingTo("0.25");
        assertThat(group(figures, "NEW", "observed").noData()).isEqualTo("nobody was in it then");
        assertThat(figures.measured()).contains("publication 4 of 2025-12-01").contains("over 30 days");
    }

    @Test
    void observedRetentionIsNotKnownWithoutAPublicationOldEnough() {
        Retention retention = new Retention(NIGHT);
        retention.addCustomer(CustomerRows.of("A", "LOYAL").churning(250_000).row());
        assertThat(group(retention.figures(), "LOYAL", "expected").value()).isEqualByComparingTo("0.75");
        assertThat(group(retention.figures(), "LOYAL", "observed").noData()).startsWith("not known yet");
    }

    @Test
    void growthComparesTheSpendOfAPurchaseDayOfThoseWithBothYears() {
        SpendGrowth growth = new SpendGrowth();
        growth.addCustomer(CustomerRows.of("A", "LOYAL")
                .grew(new LoyaltyFacts.Growth(2, 300, 1, 100))
                .row());
        growth.addCustomer(CustomerRows.of("B", "LOYAL")
                .grew(new LoyaltyFacts.Growth(9, 900, 0, 0))
                .row());
        growth.addCustomer(CustomerRows.of("C", "LOST")
                .grew(new LoyaltyFacts.Growth(1, 100, 3, 0))
                .row());
        assertThat(group(growth.figures(), "LOYAL", "growth").value()).isEqualByComparingTo("0.5");
        assertThat(group(growth.figures(), "LOST", "growth").noData())
                .isEqualTo("nothing was spent in the year before");
        assertThat(growth.figures().headline().value())
                .as("400 of 3 days against 100 of 4")
                .isEqualByComparingTo("4.333333");
    }

    @Test
    void groupsBySegmentStandByTheirFirstFigureThoseWithoutLast() {
        ValueAtRisk atRisk = new ValueAtRisk(90);
        Stream.of(
                        CustomerRows.of("A", "SMALL").atRisk(5),
                        CustomerRows.of("B", "LARGE").atRisk(7),
                        CustomerRows.of("C", "LARGE").atRisk(8),
                        CustomerRows.of("D", "NONE"))
                .forEach(each -> atRisk.addCustomer(each.row()));
        assertThat(atRisk.figures().groups()).extracting(FigureGroup::name).containsExactly("LARGE", "SMALL", "NONE");
        assertThat(group(atRisk.figures(), "LARGE", "value_at_risk").value()).isEqualByComparingTo("0.0015");
    }

    private static Figure group(BenefitFigures figures, String group, String name) {
        return figure(
                figures.groups().stream()
                        .filter(each -> each.name().equals(group))
                        .findFirst()
                        .orElseThrow()
                        .figures(),
                name);
    }

    private static Figure figure(List<Figure> figures, String name) {
        return figures.stream()
                .filter(figure -> figure.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
