package io.allegiance.churn;

import java.util.Arrays;
import java.util.List;

/**
 * How far a ranking is trusted for a customer with x repeat purchases, in [0, 1]: n / (n + 30), where n is how many customers have x
 * or fewer repeat purchases, or x or more, whichever are fewer. The rest is the purchase model's, because where training has few
 * customers like this one, the purchase model is the better guess.
 *
 * @param customers how many customers a cut-off of the training rows has with 0, 1, 2, … repeat purchases, on average
 */
public record RankingSupport(List<Double> customers) {

    /** With this number of customers the ranking is trusted by half. */
    private static final double HALF = 30;

    public RankingSupport {
        customers = List.copyOf(customers);
    }

    static RankingSupport of(TrainingRows rows) {
        double[] counts = new double[1];
        for (int row = 0; row < rows.size(); row++) {
            int x = FeatureCatalogue.repeatPurchases(rows.row(row));
            counts = x < counts.length ? counts : Arrays.copyOf(counts, x + 1);
            counts[x] += 1.0 / rows.cutOffs();
        }
        return new RankingSupport(Arrays.stream(counts).boxed().toList());
    }

    /** The trust for each number of repeat purchases; it is 0 for greater numbers. */
    double[] toTrust() {
        double[] trust = new double[customers.size()];
        double atLeast = customers.stream().mapToDouble(Double::doubleValue).sum();
        double atMost = 0;
        for (int x = 0; x < trust.length; x++) {
            atMost += customers.get(x);
            double fewer = Math.min(atMost, atLeast);
            trust[x] = fewer / (fewer + HALF);
            atLeast -= customers.get(x);
        }
        return trust;
    }
}
