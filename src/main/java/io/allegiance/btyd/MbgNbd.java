package io.allegiance.btyd;

import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.hipparchus.random.RandomDataGenerator;

/**
 * The modified beta-geometric/NBD model of Batislam, Denizel and Filiztekin (2007), "Empirical validation and comparison
 * of models for customer base analysis", International Journal of Research in Marketing 24(3).
 *
 * <p>While alive a customer buys at a rate of λ a week, and after every purchase, the first one included, stops for good
 * with probability p; over customers λ ~ Gamma(r, α) and p ~ Beta(a, b). So the belief in a one-time buyer fades with
 * time, as it does not under {@link BgNbd}.
 *
 * <pre>
 *   P(alive) = 1 / (1 + a / (b + x) · ((α + T) / (α + t_x))^(r + x))
 *   churn(H) = 1 - P(alive) · (1 - ((α + T) / (α + T + H))^(r + x))
 * </pre>
 *
 * E[N] is in {@link BetaGeometricPosterior}.
 *
 * @param r shape of the purchase rates, positive
 * @param alpha α, their rate in weeks, positive
 * @param a first shape of the dropout probabilities, positive
 * @param b second shape, positive
 * @throws IllegalArgumentException when a parameter is not positive and finite
 */
public record MbgNbd(double r, double alpha, double a, double b) implements PosteriorModel {

    /** The model's name. */
    public static final String NAME = "MBG/NBD";

    static final List<String> SYMBOLS = List.of("r", "alpha", "a", "b");

    public MbgNbd {
        Parameters.positive("r", r);
        Parameters.positive("alpha", alpha);
        Parameters.positive("a", a);
        Parameters.positive("b", b);
    }

    static MbgNbd of(double[] parameters) {
        return new MbgNbd(parameters[0], parameters[1], parameters[2], parameters[3]);
    }

    static LogLikelihood likelihood(GroupedSummaries groups) {
        return new BetaGeometricLikelihood(groups, 1);
    }

    /**
     * The log-likelihood of a population, the sum over customers of ln L with
     *
     * <pre>
     *   L = Γ(r + x) αʳ / Γ(r) · { B(a, b + x + 1) / B(a, b) · (α + T)^-(r + x)
     *         + B(a + 1, b + x) / B(a, b) · (α + t_x)^-(r + x) }
     * </pre>
     */
    public double logLikelihood(GroupedSummaries groups) {
        return likelihood(groups).value(r, alpha, a, b);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, Double> parameters() {
        return Parameters.named(SYMBOLS, r, alpha, a, b);
    }

    @Override
    public int[] simulateRepeatPurchaseDays(int days, RandomDataGenerator random) {
        double rate = random.nextGamma(r, 1 / alpha);
        double dropout = random.nextBeta(a, b);
        BooleanSupplier stops = () -> random.nextDouble() < dropout;
        return stops.getAsBoolean() ? new int[0] : SimulatedTrade.days(rate, days, stops, random);
    }

    @Override
    public CustomerPosterior posterior(PurchaseSummary summary) {
        int x = summary.repeatPurchases();
        double shape = r + x;
        double silentWeeks = PurchaseSummary.weeks(summary.ageDays() - summary.lastPurchaseAgeDays());
        double silence = shape * AccurateLogs.log1p(silentWeeks / (alpha + summary.lastPurchaseAgeWeeks()));
        BetaGeometricPosterior alive = new BetaGeometricPosterior(shape, alpha + summary.ageWeeks(), a, b + x + 1);
        return new CustomerPosterior(a / (b + x), silence, alive);
    }
}
