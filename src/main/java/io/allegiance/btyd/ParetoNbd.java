package io.allegiance.btyd;

import java.util.List;
import java.util.Map;
import org.hipparchus.random.RandomDataGenerator;

/**
 * The Pareto/NBD model of Schmittlein, Morrison and Colombo (1987), "Counting Your Customers: Who Are They and What Will
 * They Do Next?", Management Science 33(1), in the notation of Fader and Hardie (2005), "A Note on Deriving the
 * Pareto/NBD Model and Related Expressions".
 *
 * <p>While alive a customer buys at a rate of λ a week and stops for good, at any time, at a rate of μ a week; over
 * customers λ ~ Gamma(r, α) and μ ~ Gamma(s, β). So the belief in any customer fades from the last purchase on, that in a
 * one-time buyer too. With D(u) = (α + u)^-(r + x) (β + u)^-s,
 *
 * <pre>
 *   g(T)     = D(T) + s ∫ D(u) / (β + u) du,   u from t_x to T
 *   P(alive) = D(T) / g(T)
 *   churn(H) = g(T + H) / g(T)
 *   E[N]     = P(alive) · (r + x) (β + T) / ((α + T) (s - 1)) · [1 - ((β + T) / (β + T + H))^(s - 1)]
 * </pre>
 *
 * where churn(H) still has the t_x of before. The integrals are computed numerically, see {@link TwoPowerIntegral}: nothing
 * overflows or cancels for x up to 5,000 and T up to 2,000 weeks and far beyond.
 *
 * @param r shape of the purchase rates, positive
 * @param alpha α, their rate in weeks, positive
 * @param s shape of the dropout rates, positive
 * @param beta β, their rate in weeks, positive
 * @throws IllegalArgumentException when a parameter is not positive and finite
 */
public record ParetoNbd(double r, double alpha, double s, double beta) implements PosteriorModel {

    /** The model's name. */
    public static final String NAME = "Pareto/NBD";

    static final List<String> SYMBOLS = List.of("r", "alpha", "s", "beta");

    public ParetoNbd {
        Parameters.positive("r", r);
        Parameters.positive("alpha", alpha);
        Parameters.positive("s", s);
        Parameters.positive("beta", beta);
    }

    static ParetoNbd of(double[] parameters) {
        return new ParetoNbd(parameters[0], parameters[1], parameters[2], parameters[3]);
    }

    static LogLikelihood likelihood(GroupedSummaries groups) {
        return new ParetoNbdLikelihood(groups);
    }

    /** The log-likelihood of a population, the sum over customers of ln L with L = Γ(r + x) αʳ βˢ / Γ(r) · g(T). */
    public double logLikelihood(GroupedSummaries groups) {
        return likelihood(groups).value(r, alpha, s, beta);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, Double> parameters() {
        return Parameters.named(SYMBOLS, r, alpha, s, beta);
    }

    @Override
    public int[] simulateRepeatPurchaseDays(int days, RandomDataGenerator random) {
        double rate = random.nextGamma(r, 1 / alpha);
        double dropout = random.nextGamma(s, 1 / beta);
        double lifetimeDays = 7 * random.nextExponential(1) / dropout;
        return SimulatedTrade.days(rate, Math.min(days, lifetimeDays), () -> false, random);
    }

    /** The odds of having stopped, (g(T) - D(T)) / D(T), with all terms relative to the last purchase. */
    @Override
    public CustomerPosterior posterior(PurchaseSummary summary) {
        double shape = r + summary.repeatPurchases();
        double rateAtLast = alpha + summary.lastPurchaseAgeWeeks();
        double ageAtLast = beta + summary.lastPurchaseAgeWeeks();
        double silentWeeks = PurchaseSummary.weeks(summary.ageDays() - summary.lastPurchaseAgeDays());
        double stopped = new TwoPowerIntegral()
                .integrate(rateAtLast, shape, ageAtLast, s + 1, silentWeeks)
                .value();
        double silence =
                shape * AccurateLogs.log1p(silentWeeks / rateAtLast) + s * AccurateLogs.log1p(silentWeeks / ageAtLast);
        ParetoPosterior alive = new ParetoPosterior(shape, alpha + summary.ageWeeks(), s, beta + summary.ageWeeks());
        return new CustomerPosterior(s / ageAtLast * stopped, silence, alive);
    }
}
