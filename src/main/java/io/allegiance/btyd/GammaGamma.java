package io.allegiance.btyd;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.hipparchus.random.RandomDataGenerator;

/**
 * The Gamma-Gamma model of spend of Fader and Hardie (2013), "The Gamma-Gamma Model of Monetary Value", note 025 at
 * brucehardie.com.
 *
 * <p>The spend of a purchase day is Gamma(p, ν) distributed and ν ~ Gamma(q, γ) over customers, independent of how often
 * they buy. Spend is in the reporting currency, above 0.
 *
 * @param p shape of a day's spend, positive
 * @param q shape of its rates over customers, positive; the population has a mean only where q is above 1
 * @param gamma γ, their rate in the reporting currency, positive
 * @throws IllegalArgumentException when a parameter is not positive and finite
 */
public record GammaGamma(double p, double q, double gamma) {

    /** The model's name. */
    public static final String NAME = "Gamma-Gamma";

    private static final List<String> SYMBOLS = List.of("p", "q", "gamma");

    private static final StartingPoints STARTS = new StartingPoints(
            List.of(new double[] {6, 4, 0.5}, new double[] {1, 2, 1}),
            List.of(new double[] {0.5, 500, 5000}, new double[] {20, 0.5, 0.01}));

    public GammaGamma {
        Parameters.positive("p", p);
        Parameters.positive("q", q);
        Parameters.positive("gamma", gamma);
    }

    /**
     * Makes the model of stored parameters.
     *
     * @throws IllegalArgumentException when one is missing or outside its range
     */
    public static GammaGamma restore(Map<String, Double> parameters) {
        return of(Parameters.values(SYMBOLS, parameters));
    }

    /**
     * Fits the model by maximum likelihood, as {@link FitReport} describes. Without customers there is nothing to fit, and
     * the report says so. The fit does not depend on the currency's unit.
     */
    public static FitResult<GammaGamma> fit(GroupedSpend groups) {
        MaximumLikelihood<GammaGamma> search = new MaximumLikelihood<>(NAME, SYMBOLS, GammaGamma::of);
        double unit = unit(groups);
        MaximumLikelihood.Sample sample =
                new MaximumLikelihood.Sample(new GammaGammaLikelihood(groups, unit), groups.customers(), groups.size());
        if (groups.size() == 0) {
            return search.tooLittleData(sample, "no customer has a repeat purchase day with a known spend above 0");
        }
        FitResult<GammaGamma> fitted = search.fit(sample, STARTS);
        GammaGamma model = fitted.get().inUnits(unit);
        return new FitResult<>(Optional.of(model), fitted.report().withParameters(model.parameters()));
    }

    /** The parameters under the paper's symbols, in the paper's order; unmodifiable. */
    public Map<String, Double> parameters() {
        return Parameters.named(SYMBOLS, p, q, gamma);
    }

    /** The log-likelihood of a population: the sum over customers of the log density of their mean spend. */
    public double logLikelihood(GroupedSpend groups) {
        return new GammaGammaLikelihood(groups, 1).value(p, q, gamma);
    }

    /** The population mean E[M] = γ p / (q - 1); empty where q ≤ 1, because the mean does not exist then. */
    public OptionalDouble populationMean() {
        return expectedSpend(0, 0);
    }

    /**
     * E[M], the expected spend of a future purchase day: (γ + n m) p / (p n + q - 1), the mean of the population and the
     * customer's own weighted by what is known of each.
     *
     * @param purchaseDays n, the repeat purchase days with a known spend above 0; with 0 it is the population's mean
     * @param meanSpend m, the mean spend of those days in the reporting currency; not looked at where n is 0
     * @return empty where p n + q ≤ 1, because the mean does not exist then
     * @throws IllegalArgumentException when purchaseDays is negative, or meanSpend is not positive and finite
     */
    public OptionalDouble expectedSpend(int purchaseDays, double meanSpend) {
        if (purchaseDays < 0) {
            throw new IllegalArgumentException("purchaseDays must be at least 0; was " + purchaseDays);
        }
        double total = purchaseDays == 0 ? 0 : purchaseDays * Parameters.positive("meanSpend", meanSpend);
        double weight = p * purchaseDays + (q - 1);
        return weight > 0 ? OptionalDouble.of((gamma + total) * p / weight) : OptionalDouble.empty();
    }

    /**
     * Simulates a customer drawn from the population: the spend of that many purchase days, in the reporting currency.
     *
     * @param purchaseDays at least 0
     * @param random where chance comes from; the same state gives the same spend
     */
    public double[] simulateSpend(int purchaseDays, RandomDataGenerator random) {
        double scale = 1 / random.nextGamma(q, 1 / gamma);
        return DoubleStream.generate(() -> random.nextGamma(p, scale))
                .limit(purchaseDays)
                .toArray();
    }

    private static GammaGamma of(double[] parameters) {
        return new GammaGamma(parameters[0], parameters[1], parameters[2]);
    }

    /* A power of two close to the mean spend: dividing by it loses no digit. */
    static double unit(GroupedSpend groups) {
        return groups.size() == 0 ? 1 : Math.scalb(1.0, Math.getExponent(groups.meanSpend()));
    }

    private GammaGamma inUnits(double unit) {
        return new GammaGamma(p, q, gamma * unit);
    }
}
