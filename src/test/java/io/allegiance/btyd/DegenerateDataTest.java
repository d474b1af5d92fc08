package io.allegiance.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Populations on which the released peers fail: every fit ends in finite numbers or says plainly what is missing. */
class DegenerateDataTest {

    private static final int[] HORIZONS = {1, 90, 730};

    @ParameterizedTest
    @EnumSource
    void nobody(PurchaseModelFamily family) {
        assertTooLittle(family, groups(), "there are no customers");
    }

    @ParameterizedTest
    @EnumSource
    void everybodyBoughtOnce(PurchaseModelFamily family) {
        PurchaseSummary[] once = IntStream.range(0, 200)
                .mapToObj(age -> new PurchaseSummary(0, 0, age))
                .toArray(PurchaseSummary[]::new);
        assertTooLittle(family, groups(once), "no customer has made a repeat purchase");
    }

    @ParameterizedTest
    @EnumSource
    void oneCustomer(PurchaseModelFamily family) {
        assertSound(family, groups(new PurchaseSummary(3, 80, 200)));
        assertSound(family, groups(new PurchaseSummary(1, 1, 1)));
    }

    @ParameterizedTest
    @EnumSource
    void oneTripleOnly(PurchaseModelFamily family) {
        GroupedSummaries same = GroupedSummaries.builder()
                .addCustomer(new PurchaseSummary(4, 100, 150), 1_000_000)
                .build();
        assertThat(same.size()).isEqualTo(1);
        assertSound(family, same);
    }

    @ParameterizedTest
    @EnumSource
    void steadyTradeWithoutDropout(PurchaseModelFamily family) {
        SplittableRandom random = new SplittableRandom(3);
        GroupedSummaries.Builder builder = GroupedSummaries.builder();
        for (int customer = 0; customer < 3000; customer++) {
            int age = 300 + random.nextInt(100);
            int[] days = IntStream.rangeClosed(1, age)
                    .filter(day -> random.nextDouble() < 0.05)
                    .toArray();
            builder.addCustomer(new PurchaseSummary(days.length, days.length == 0 ? 0 : days[days.length - 1], age));
        }
        FitReport report = assertSound(family, builder.build());
        assertThat(report.atBounds()).isNotEmpty();
        assertThat(report.statement()).contains(report.atBounds());
    }

    @ParameterizedTest
    @EnumSource
    void aPurchaseEveryDay(PurchaseModelFamily family) {
        assertSound(family, groups(new PurchaseSummary(5000, 5000, 5000), new PurchaseSummary(4999, 5000, 5000)));
        assertSound(family, groups(new PurchaseSummary(0, 0, 5000), new PurchaseSummary(5000, 5000, 5000)));
    }

    @ParameterizedTest
    @EnumSource
    void aGapOfTwentyYears(PurchaseModelFamily family) {
        assertSound(
                family,
                groups(
                        new PurchaseSummary(1, 7300, 7301),
                        new PurchaseSummary(40, 90, 7390),
                        new PurchaseSummary(0, 0, 0),
                        new PurchaseSummary(2, 60, 90)));
    }

    @ParameterizedTest
    @EnumSource
    void theLongestHistoryThatADateAllows(PurchaseModelFamily family) {
        int longest = PurchaseSummary.MAXIMUM_AGE_DAYS;
        assertSound(family, groups(new PurchaseSummary(1, 1, longest), new PurchaseSummary(0, 0, longest)));
        assertSound(family, groups(new PurchaseSummary(9, 12, 40), new PurchaseSummary(1, longest, longest)));
    }

    @ParameterizedTest
    @EnumSource
    void aHundredRandomHandfuls(PurchaseModelFamily family) {
        SplittableRandom random = new SplittableRandom(8);
        for (int trial = 0; trial < 100; trial++) {
            GroupedSummaries.Builder builder = GroupedSummaries.builder();
            builder.addCustomer(new PurchaseSummary(1, 2, 3));
            for (int customer = 0; customer < 1 + trial / 5; customer++) {
                int x = random.nextInt(2) * random.nextInt(1 << random.nextInt(1, 9));
                int last = x == 0 ? 0 : x + random.nextInt(1 << random.nextInt(1, 12));
                builder.addCustomer(new PurchaseSummary(x, last, last + random.nextInt(1 << random.nextInt(1, 12))));
            }
            assertSound(family, builder.build());
        }
    }

    @Test
    void gammaGammaWithoutCustomersSaysSo() {
        FitResult<GammaGamma> fitted = GammaGamma.fit(GroupedSpend.builder().build());
        assertThat(fitted.model()).isEmpty();
        assertThat(fitted.report().status()).isEqualTo(FitStatus.TOO_LITTLE_DATA);
        assertThat(fitted.report().statement()).contains("no customer has a repeat purchase day");
    }

    @Test
    void gammaGammaIsFiniteOnOneCustomerEqualSpendAndWildSpend() {
        assertSound(GroupedSpend.builder().addCustomer(1, 20).build());
        assertSound(GroupedSpend.builder().addCustomer(5000, 1e14).build());
        GroupedSpend.Builder equal = GroupedSpend.builder();
        GroupedSpend.Builder wild = GroupedSpend.builder();
        SplittableRandom random = new SplittableRandom(4);
        for (int customer = 0; customer < 1000; customer++) {
            int days = 1 + random.nextInt(5);
            equal.addCustomer(days, 9.99 * days);
            wild.addCustomer(days, Math.exp(8 * random.nextGaussian()));
        }
        assertSound(equal.build());
        assertSound(wild.build());
    }

    @Test
    void withoutAMeanThereIsNoExpectedSpend() {
        GammaGamma heavy = new GammaGamma(0.3, 0.6, 10);
        assertThat(heavy.populationMean()).isEmpty();
        assertThat(heavy.expectedSpend(1, 25)).isEmpty();
        assertThat(heavy.expectedSpend(2, 25).orElseThrow()).isPositive();
        assertThat(new GammaGamma(3, 1, 10).populationMean()).isEmpty();
    }

    @Test
    void oneTimeBuyersStayAliveUnderBgNbdOnly() {
        PurchaseSummary longAgo = new PurchaseSummary(0, 0, 3650);
        assertThat(new BgNbd(0.24, 4.4, 0.8, 2.4).probabilityAlive(longAgo)).isEqualTo(1);
        MbgNbd mbg = new MbgNbd(0.52, 6.2, 0.9, 1.6);
        assertThat(mbg.probabilityAlive(longAgo)).isLessThan(mbg.probabilityAlive(new PurchaseSummary(0, 0, 30)));
    }

    @Test
    void theLogitStaysFiniteWhereChurnRoundsToOne() {
        MbgNbd model = new MbgNbd(0.52, 6.2, 0.9, 1.6);
        PurchaseSummary gone = new PurchaseSummary(2000, 2000, 14_000);
        assertThat(model.churnProbability(gone, 90)).isEqualTo(1);
        assertThat(model.churnLogit(gone, 90)).isFinite().isGreaterThan(700);
    }

    @Test
    void numbersOutsideTheirRangeAreRefusedWithASentence() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PurchaseSummary(1, 41, 40))
                .withMessage("lastPurchaseAgeDays must be in [0, ageDays]; was 41 of 40");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PurchaseSummary(0, 3, 40))
                .withMessage("lastPurchaseAgeDays must be 0 without a repeat purchase; was 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PurchaseSummary(4, 3, 40))
                .withMessageContaining("was 4 in 3 days");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MbgNbd(Double.NaN, 1, 1, 1))
                .withMessage("r must be positive and finite; was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BgNbd(1, 1, 1, 1).churnProbability(new PurchaseSummary(0, 0, 1), 0))
                .withMessage("horizonDays must be at least 1; was 0");
    }

    private static GroupedSummaries groups(PurchaseSummary... customers) {
        GroupedSummaries.Builder builder = GroupedSummaries.builder();
        Arrays.stream(customers).forEach(builder::addCustomer);
        return builder.build();
    }

    private static void assertTooLittle(PurchaseModelFamily family, GroupedSummaries groups, String reason) {
        FitResult<PurchaseModel> fitted = family.fit(groups);
        assertThat(fitted.report().status()).isEqualTo(FitStatus.TOO_LITTLE_DATA);
        assertThat(fitted.report().statement()).isEqualTo(family.modelName() + " was not fitted: " + reason + ".");
        assertThatIllegalStateException().isThrownBy(fitted::get).withMessageContaining(reason);
    }

    private static FitReport assertSound(PurchaseModelFamily family, GroupedSummaries groups) {
        FitResult<PurchaseModel> fitted = family.fit(groups);
        FitReport report = fitted.report();
        assertThat(report.converged()).as(report.toString()).isTrue();
        assertThat(report.logLikelihood()).isFinite();
        assertThat(report.statement()).contains("converged");
        PurchaseModel model = fitted.get();
        groups.forEach((summary, count) -> assertSound(model, summary));
        assertSound(model, new PurchaseSummary(0, 0, 0));
        assertSound(model, new PurchaseSummary(5000, 5000, 14_000));
        return report;
    }

    private static void assertSound(PurchaseModel model, PurchaseSummary summary) {
        String where = model + " " + summary;
        assertThat(model.probabilityAlive(summary)).as(where).isBetween(0.0, 1.0);
        double before = 0;
        for (int horizon : HORIZONS) {
            assertThat(model.churnProbability(summary, horizon)).as(where).isBetween(0.0, 1.0);
            assertThat(model.churnLogit(summary, horizon)).as(where).isFinite();
            double expected = model.expectedPurchases(summary, horizon);
            assertThat(expected).as(where).isFinite().isGreaterThanOrEqualTo(before * (1 - 1e-12));
            assertThat(model.expectedPurchasesGivenAny(summary, horizon))
                    .as(where)
                    .isFinite()
                    .isGreaterThanOrEqualTo(1);
            before = expected;
        }
    }

    private static void assertSound(GroupedSpend spend) {
        FitReport report = GammaGamma.fit(spend).report();
        assertThat(report.converged()).as(report.toString()).isTrue();
        assertThat(report.parameters().values()).allMatch(Double::isFinite);
        assertThat(report.logLikelihood()).isFinite();
    }
}
