package io.allegiance.btyd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.random.RandomDataGenerator;
import org.junit.jupiter.api.Test;

/**
 * A fit over grouped summaries, the grouping included, is at least ten times as fast as the same search over the published
 * likelihood customer by customer. With a million customers where the system property {@code allegiance.fits} is {@code
 * all}, else with fewer, for the slow one takes minutes.
 */
class GroupingSpeedTest {

    private static final int CUSTOMERS = "all".equals(System.getProperty("allegiance.fits")) ? 1_000_000 : 20_000;
    private static final double TIMES = 10;

    @Test
    void aFitIsTenTimesAsFastAsCustomerByCustomer() {
        List<PurchaseSummary> customers = customers(CUSTOMERS);
        for (int warmUp = 0; warmUp < 5; warmUp++) {
            grouped(customers.subList(0, 5000));
        }
        plain(customers.subList(0, 500));
        long start = System.nanoTime();
        FitReport grouped = grouped(customers);
        long between = System.nanoTime();
        FitReport plain = plain(customers);
        long end = System.nanoTime();
        double ratio = (double) (end - between) / (between - start);
        String seconds =
                String.format("%.2f s, %.2f s, %.0f times", (between - start) / 1e9, (end - between) / 1e9, ratio);
        assertThat(grouped.logLikelihood() / plain.logLikelihood()).isBetween(1 - 1e-10, 1 + 1e-10);
        assertThat(ratio).as(seconds).isGreaterThan(TIMES);
    }

    private static FitReport grouped(List<PurchaseSummary> customers) {
        return PurchaseModelFamily.MBG_NBD.fit(Simulation.grouped(customers)).report();
    }

    private static FitReport plain(List<PurchaseSummary> customers) {
        MaximumLikelihood<PurchaseModel> search = new MaximumLikelihood<>(MbgNbd.NAME, MbgNbd.SYMBOLS, MbgNbd::of);
        GroupedSummaries groups = Simulation.grouped(customers);
        LogLikelihood likelihood = new PlainMbgNbdLikelihood(customers);
        return search.fit(
                        new MaximumLikelihood.Sample(likelihood, customers.size(), groups.size()),
                        BetaGeometricLikelihood.starts(groups))
                .report();
    }

    /* As in CDNOW: first seen within twelve weeks, and looked at half a year later. */
    private static List<PurchaseSummary> customers(int number) {
        RandomDataGenerator random = new RandomDataGenerator(5);
        MbgNbd model = new MbgNbd(0.525, 6.183, 0.891, 1.614);
        List<PurchaseSummary> customers = new ArrayList<>();
        for (int customer = 0; customer < number; customer++) {
            customers.add(Simulation.customer(model, 189 + random.nextInt(84), random));
        }
        return customers;
    }
}
