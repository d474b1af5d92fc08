package io.allegiance.btyd;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Seeded customers who behave as the models say. */
final class Simulation {

    private final SplittableRandom random;

    private Simulation(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Customers first seen 40 to 120 weeks ago, with purchases of a day merged. */
    static List<PurchaseSummary> purchases(PurchaseModelFamily family, double[] theta, int customers) {
        Simulation simulation = new Simulation(97);
        List<PurchaseSummary> summaries = new ArrayList<>();
        for (int customer = 0; customer < customers; customer++) {
            summaries.add(simulation.customer(family, theta));
        }
        return summaries;
    }

    static GroupedSpend spend(double[] theta, int customers) {
        Simulation simulation = new Simulation(98);
        GroupedSpend.Builder builder = GroupedSpend.builder();
        for (int customer = 0; customer < customers; customer++) {
            double nu = simulation.gamma(theta[1]) / theta[2];
            int days = 1 + simulation.random.nextInt(12);
            builder.add(days, simulation.gamma(theta[0] * days) / nu);
        }
        return builder.build();
    }

    private PurchaseSummary customer(PurchaseModelFamily family, double[] theta) {
        int age = 280 + random.nextInt(560);
        double ratePerDay = gamma(theta[0]) / theta[1] / 7;
        double one = gamma(theta[2]);
        double dropout = one / (one + gamma(theta[3]));
        boolean alive = family == PurchaseModelFamily.BG_NBD || random.nextDouble() >= dropout;
        int repeats = 0;
        int last = 0;
        for (double day = wait(ratePerDay); alive && day <= age; day += wait(ratePerDay)) {
            if ((int) Math.ceil(day) > last) {
                last = (int) Math.ceil(day);
                repeats++;
                alive = random.nextDouble() >= dropout;
            }
        }
        return new PurchaseSummary(repeats, last, age);
    }

    private double wait(double rate) {
        return -Math.log1p(-random.nextDouble()) / rate;
    }

    /* Marsaglia and Tsang (2000), "A simple method for generating gamma variables". */
    private double gamma(double shape) {
        if (shape < 1) {
            return gamma(shape + 1) * Math.pow(random.nextDouble(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        while (true) {
            double normal = random.nextGaussian();
            double v = Math.pow(1 + normal / Math.sqrt(9 * d), 3);
            if (v > 0 && Math.log(random.nextDouble()) < 0.5 * normal * normal + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }
}
