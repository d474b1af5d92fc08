package io.allegiance.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.allegiance.testing.PublishedFormulas;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.hipparchus.special.Beta;
import org.hipparchus.special.Gamma;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LikelihoodTest {

    private static final double[] THETA = {0.4, 6.5, 0.9, 2.1};

    @ParameterizedTest
    @EnumSource
    void groupedEqualsThePublishedFormulaCustomerByCustomer(PurchaseModelFamily family) {
        List<PurchaseSummary> customers = customers(200);
        double sum = customers.stream()
                .mapToDouble(customer -> published(family, customer))
                .sum();
        assertThat(family.likelihood(Simulation.grouped(customers)).value(THETA))
                .isCloseTo(sum, withinPercentage(1e-9));
    }

    @ParameterizedTest
    @EnumSource
    void theGradientIsTheSlopeOfTheLikelihood(PurchaseModelFamily family) {
        LogLikelihood likelihood = family.likelihood(Simulation.grouped(customers(500)));
        SplittableRandom random = new SplittableRandom(5);
        for (int trial = 0; trial < 20; trial++) {
            double[] logs = random.doubles(4, -2, 3).toArray();
            assertGradient(likelihood, logs);
        }
    }

    @Test
    void theGradientOfGammaGammaIsTheSlopeOfItsLikelihood() {
        LogLikelihood likelihood = new GammaGammaLikelihood(spend(500, 1), 16);
        SplittableRandom random = new SplittableRandom(6);
        for (int trial = 0; trial < 20; trial++) {
            assertGradient(likelihood, random.doubles(3, -1, 3).toArray());
        }
    }

    @ParameterizedTest
    @EnumSource
    void neitherOrderNorRepetitionChangesABit(PurchaseModelFamily family) {
        List<PurchaseSummary> customers = new ArrayList<>(customers(2000));
        FitReport first = family.fit(Simulation.grouped(customers)).report();
        Collections.shuffle(customers, new Random(11));
        assertThat(family.fit(Simulation.grouped(customers)).report()).isEqualTo(first);
        assertThat(family.fit(Simulation.grouped(customers)).report()).isEqualTo(first);
    }

    @Test
    void gammaGammaDoesNotDependOnTheOrder() {
        GroupedSpend.Builder backwards = GroupedSpend.builder();
        GroupedSpend forwards = spend(2000, 1);
        for (int group = forwards.size() - 1; group >= 0; group--) {
            for (int customer = 0; customer < forwards.count(group); customer++) {
                backwards.addCustomer(forwards.days(group), forwards.total(group));
            }
        }
        assertThat(GammaGamma.fit(backwards.build())).isEqualTo(GammaGamma.fit(forwards));
    }

    @Test
    void gammaGammaDoesNotDependOnTheCurrencysUnit() {
        FitReport small = GammaGamma.fit(spend(2000, 1)).report();
        FitReport great = GammaGamma.fit(spend(2000, 1e6)).report();
        assertThat(great.converged()).isTrue();
        assertThat(great.parameters().get("p")).isCloseTo(small.parameters().get("p"), withinPercentage(1e-3));
        assertThat(great.parameters().get("gamma"))
                .isCloseTo(1e6 * small.parameters().get("gamma"), withinPercentage(1e-3));
        assertThat(great.logLikelihood()).isCloseTo(small.logLikelihood() - 2000 * Math.log(1e6), within(1e-3));
        GammaGamma model = GammaGamma.restore(great.parameters());
        assertThat(model.logLikelihood(spend(2000, 1e6))).isCloseTo(great.logLikelihood(), within(1e-6));
    }

    @ParameterizedTest
    @EnumSource
    void isFiniteInAllCornersOfTheParametersRange(PurchaseModelFamily family) {
        int longest = PurchaseSummary.MAXIMUM_AGE_DAYS;
        LogLikelihood likelihood = family.likelihood(Simulation.grouped(List.of(
                new PurchaseSummary(0, 0, 0),
                new PurchaseSummary(0, 0, longest),
                new PurchaseSummary(1, 1, longest),
                new PurchaseSummary(20_000, 20_000, longest))));
        for (int corner = 0; corner < 16; corner++) {
            double[] logs = new double[4];
            for (int i = 0; i < 4; i++) {
                logs[i] = (corner >> i & 1) == 0 ? MaximumLikelihood.LOWEST : MaximumLikelihood.HIGHEST;
            }
            double[] gradient = new double[4];
            assertThat(likelihood.valueAndGradient(logs, gradient)).isFinite();
            assertThat(DoubleStream.of(gradient)).allMatch(Double::isFinite);
        }
    }

    private static void assertGradient(LogLikelihood likelihood, double[] logs) {
        double[] gradient = new double[logs.length];
        likelihood.valueAndGradient(logs, gradient);
        double greatest = 0;
        for (double derivative : gradient) {
            greatest = Math.max(greatest, Math.abs(derivative));
        }
        for (int i = 0; i < logs.length; i++) {
            double slope = (8 * difference(likelihood, logs, i, 1e-3) - difference(likelihood, logs, i, 2e-3)) / 12e-3;
            assertThat(gradient[i]).isCloseTo(slope, within(1e-6 * Math.max(Math.abs(slope), greatest / 100)));
        }
    }

    private static double difference(LogLikelihood likelihood, double[] logs, int i, double step) {
        double[] above = logs.clone();
        double[] below = logs.clone();
        above[i] += step;
        below[i] -= step;
        return likelihood.valueAndGradient(above, new double[logs.length])
                - likelihood.valueAndGradient(below, new double[logs.length]);
    }

    private static double published(PurchaseModelFamily family, PurchaseSummary customer) {
        return switch (family) {
            case MBG_NBD -> mbgNbd(customer);
            case BG_NBD -> bgNbd(customer);
            case PARETO_NBD -> paretoNbd(customer);
        };
    }

    private static double bgNbd(PurchaseSummary s) {
        int x = s.repeatPurchases();
        double common = Gamma.logGamma(THETA[0] + x) - Gamma.logGamma(THETA[0]) + THETA[0] * Math.log(THETA[1]);
        double alive = beta(0, x) * Math.pow(THETA[1] + s.ageWeeks(), -(THETA[0] + x));
        double stopped = x == 0 ? 0 : beta(1, x - 1) * Math.pow(THETA[1] + s.lastPurchaseAgeWeeks(), -(THETA[0] + x));
        return common + Math.log(alive + stopped);
    }

    private static double mbgNbd(PurchaseSummary s) {
        int x = s.repeatPurchases();
        double common = Gamma.logGamma(THETA[0] + x) - Gamma.logGamma(THETA[0]) + THETA[0] * Math.log(THETA[1]);
        double alive = beta(0, x + 1) * Math.pow(THETA[1] + s.ageWeeks(), -(THETA[0] + x));
        double stopped = beta(1, x) * Math.pow(THETA[1] + s.lastPurchaseAgeWeeks(), -(THETA[0] + x));
        return common + Math.log(alive + stopped);
    }

    private static double paretoNbd(PurchaseSummary s) {
        return PublishedFormulas.paretoNbd(THETA[0], THETA[1], THETA[2], THETA[3])
                .logLikelihood(s.repeatPurchases(), s.lastPurchaseAgeDays(), s.ageDays());
    }

    private static double beta(int moreA, int moreB) {
        return Math.exp(Beta.logBeta(THETA[2] + moreA, THETA[3] + moreB) - Beta.logBeta(THETA[2], THETA[3]));
    }

    private static List<PurchaseSummary> customers(int number) {
        return Simulation.purchases(new MbgNbd(0.6, 5, 0.9, 1.8), number);
    }

    private static GroupedSpend spend(int customers, double unit) {
        return Simulation.spend(new GammaGamma(6, 4, 15 * unit), customers, 98);
    }
}
