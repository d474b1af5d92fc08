package io.allegiance.btyd;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.random.RandomDataGenerator;

/** Seeded populations who behave as the models say. */
final class Simulation {

    private Simulation() {}

    /** Customers first seen 40 to 120 weeks ago, with purchases of a day merged. */
    static List<PurchaseSummary> purchases(PurchaseModel model, int customers) {
        RandomDataGenerator random = new RandomDataGenerator(97);
        List<PurchaseSummary> summaries = new ArrayList<>();
        for (int customer = 0; customer < customers; customer++) {
            summaries.add(customer(model, 280 + random.nextInt(560), random));
        }
        return summaries;
    }

    static PurchaseSummary customer(PurchaseModel model, int age, RandomDataGenerator random) {
        int[] days = model.simulateRepeatPurchaseDays(age, random);
        return new PurchaseSummary(days.length, days.length == 0 ? 0 : days[days.length - 1], age);
    }

    static GroupedSummaries grouped(List<PurchaseSummary> customers) {
        GroupedSummaries.Builder builder = GroupedSummaries.builder();
        customers.forEach(builder::addCustomer);
        return builder.build();
    }

    /** Customers with 1 to 12 repeat purchase days. */
    static GroupedSpend spend(GammaGamma model, int customers, long seed) {
        RandomDataGenerator random = new RandomDataGenerator(seed);
        GroupedSpend.Builder builder = GroupedSpend.builder();
        for (int customer = 0; customer < customers; customer++) {
            double total = 0;
            double[] days = model.simulateSpend(1 + random.nextInt(12), random);
            for (double spend : days) {
                total += spend;
            }
            builder.addCustomer(days.length, total);
        }
        return builder.build();
    }
}
