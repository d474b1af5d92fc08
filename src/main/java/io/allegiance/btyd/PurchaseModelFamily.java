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
    MBG_NBD(MbgNbd.NAME, MbgNbd.SYMBOLS, MbgNbd::likelihood, BetaGeometricLikelihood::starts, MbgNbd::of),
    BG_NBD(BgNbd.NAME, BgNbd.SYMBOLS, BgNbd::likelihood, BetaGeometricLikelihood::starts, BgNbd::of),
    PARETO_NBD(ParetoNbd.NAME, ParetoNbd.SYMBOLS, ParetoNbd::likelihood, ParetoNbdLikelihood::starts, ParetoNbd::of);

    private final String modelName;
    private final List<String> symbols;
    private final Function<GroupedSummaries, LogLikelihood> likelihood;
    private final Function<GroupedSummaries, StartingPoints> starts;
    private final Function<double[], PurchaseModel> create;

    PurchaseModelFamily(
            String modelName,
            List<String> symbols,
            Function<GroupedSummaries, LogLikelihood> likelihood,
            Function<GroupedSummaries, StartingPoints> starts,
            Function<double[], PurchaseModel> create) {
        this.modelName = modelName;
        this.symbols = symbols;
        this.likelihood = likelihood;
        this.starts = starts;
        this.create = create;
    }

    /**
     * Returns the family of a model's name.
     *
     * @throws IllegalArgumentException when no model has that name
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
        return of(Parameters.values(symbols, parameters));
    }

    /**
     * Fits the model by maximum likelihood, as {@link FitReport} describes. Without customers or without a repeat
     * purchase nothing is fitted, and the report says so.
     */
    public FitResult<PurchaseModel> fit(GroupedSummaries groups) {
        MaximumLikelihood<PurchaseModel> search = new MaximumLikelihood<>(modelName, symbols, create);
        MaximumLikelihood.Sample sample =
                new MaximumLikelihood.Sample(likelihood(groups), groups.customers(), groups.size());
        if (groups.size() == 0) {
            return search.tooLittleData(sample, "there are no customers");
        }
        if (groups.repeatCustomers() == 0) {
            return search.tooLittleData(sample, "no customer has made a repeat purchase");
        }
        return search.fit(sample, starts.apply(groups));
    }

    PurchaseModel of(double[] parameters) {
        return create.apply(parameters);
    }

    LogLikelihood likelihood(GroupedSummaries groups) {
        return likelihood.apply(groups);
    }
}
