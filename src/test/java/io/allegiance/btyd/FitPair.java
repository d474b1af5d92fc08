package io.allegiance.btyd;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.random.RandomDataGenerator;

/**
 * The same search for the parameters of MBG/NBD in two ways: over grouped summaries, as the program does it, and over the
 * published likelihood customer by customer.
 *
 * @param customers as in CDNOW: first seen within twelve weeks, and looked at half a year later
 */
record FitPair(List<PurchaseSummary> customers) {

    /** Simulates a population of a given size. */
    static FitPair ofCustomers(int number) {
        RandomDataGenerator random = new RandomDataGenerator(5);
        MbgNbd model = new MbgNbd(0.525, 6.183, 0.891, 1.614);
        List<PurchaseSummary> customers = new ArrayList<>();
        for (int customer = 0; customer < number; customer++) {
            customers.add(Simulation.customer(model, 189 + random.nextInt(84), random));
        }
        return new FitPair(customers);
    }

    /** Fits over groups; the grouping is part of it. */
    FitReport fitGrouped() {
        return PurchaseModelFamily.MBG_NBD.fit(Simulation.grouped(customers)).report();
    }

    /** Fits over each customer. */
    FitReport fitPlain() {
        MaximumLikelihood<PurchaseModel> search = new MaximumLikelihood<>(MbgNbd.NAME, MbgNbd.SYMBOLS, MbgNbd::of);
        GroupedSummaries groups = Simulation.grouped(customers);
        LogLikelihood likelihood = new PlainMbgNbdLikelihood(customers);
        return search.fit(
                        new MaximumLikelihood.Sample(likelihood, customers.size(), groups.size()),
                        BetaGeometricLikelihood.starts(groups))
                .report();
    }
}
