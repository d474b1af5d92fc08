package io.allegiance.btyd;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The purchase models that can be fitted, in the order in which they are compared. A new one is a class that cites its
 * paper and a line here.
 */
public enum PurchaseModelFamily {
    MBG_NBD(MbgNbd.NAME, MbgNbd.SYMBOLS, MbgNbd::likelihood, MbgNbd::of),
    BG_NBD(BgNbd.NAME, BgNbd.SYMBOLS, BgNbd::likelihood, BgNbd::of);

    private final String modelName;
    private final List<String> symbols;
    private final Function<GroupedSummaries, LogLikelihood> likelihood;
    private final Function<double[], PurchaseModel> create;

    PurchaseModelFamily(
            String modelName,
            List<String> symbols,
            Function<GroupedSummaries, LogLikelihood> likelihood,
            Function<double[], PurchaseModel> create) {
        this.modelName = modelName;
        this.symbols = symbols;
        this.likelihood = likelihood;
        this.create = create;
    }

    /**
     * Gets the family of a model's name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static PurchaseModelFamily get(String modelName) {
        return Arrays.stream(values())
                .filter(family -> family.modelName.equals(modelName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no purchase model " + modelName));
    }

    /** The name of its models, such as {@code MBG/NBD}. */
    public String modelName() {
        return modelName;
    }

    /**
     * Makes the model of stored parameters.
     *
     * @throws IllegalArgumentException when one is missing or outside its range
     */
    public PurchaseModel restore(Map<String, Double> parameters) {
        return create.apply(Parameters.values(symbols, parameters));
    }

    /**
     * Fits the model by maximum likelihood, as {@link FitReport} describes. Without customers or without a repeat
     * purchase there is nothing to fit, and the report says so.
     */
    public Fitted<PurchaseModel> fit(GroupedSummaries groups) {
        MaximumLikelihood<PurchaseModel> search = new MaximumLikelihood<>(modelName, symbols, create);
        MaximumLikelihood.Sample sample =
                new MaximumLikelihood.Sample(likelihood(groups), groups.customers(), groups.size());
        if (groups.size() == 0) {
            return search.tooLittle(sample, "there are no customers");
        }
        if (groups.repeatCustomers() == 0) {
            return search.tooLittle(sample, "no customer has made a repeat purchase");
        }
        return search.fit(sample, starts(groups));
    }

    LogLikelihood likelihood(GroupedSummaries groups) {
        return likelihood.apply(groups);
    }

    /* One start in the middle of what is seen in shops, one near steady trade; both with the observed rate. */
    private static List<double[]> starts(GroupedSummaries groups) {
        double weeksPerPurchase = groups.ageDays() / 7.0 / groups.repeatPurchases();
        return List.of(
                new double[] {0.5, 0.5 * weeksPerPurchase, 0.8, 2.5},
                new double[] {2.0, 2.0 * weeksPerPurchase, 0.1, 1.0});
    }
}
