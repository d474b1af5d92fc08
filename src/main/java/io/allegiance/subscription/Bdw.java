package io.allegiance.subscription;

import io.allegiance.btyd.FitResult;
import io.allegiance.btyd.MaximumLikelihood;
import io.allegiance.btyd.Parameters;
import io.allegiance.btyd.StartingPoints;
import java.util.List;
import java.util.Map;
import org.hipparchus.special.Gamma;
import org.hipparchus.util.FastMath;

/**
 * The beta-discrete-Weibull model of Fader, Hardie, Liu, Davin and Steenburgh (2018), "How to Project Customer Retention Revisited: The
 * Role of Duration Dependence", Journal of Interactive Marketing 43.
 *
 * <p>The sBG with a time that runs faster or slower: a subscriber with θ renews t times or more with probability (1 - θ)^(t^c), and θ ~
 * Beta(α, β) over subscribers:
 *
 * <pre>
 *   S(t) = B(α, β + t^c) / B(α, β)
 * </pre>
 *
 * With c = 1 it is the sBG. With c &gt; 1 a subscriber becomes more likely to cancel with each renewal, with c &lt; 1 less.
 *
 * @param alpha α, positive
 * @param beta β, positive
 * @param c the duration dependence, positive
 * @throws IllegalArgumentException when a parameter is not positive and finite
 */
public record Bdw(double alpha, double beta, double c) implements RenewalModel {

    /** The model's name. */
    public static final String NAME = "BdW";

    private static final List<String> SYMBOLS = List.of("alpha", "beta", "c");

    private static final StartingPoints STARTS = new StartingPoints(
            List.of(new double[] {1, 2, 1}, new double[] {0.3, 1.5, 1.5}),
            List.of(new double[] {0.5, 5, 0.7}, new double[] {50, 200, 1}, new double[] {0.05, 0.2, 2}, new double[] {
                2, 100, 1.3
            }));

    private static final int LEAST_RENEWALS = 3;

    public Bdw {
        Parameters.positive("alpha", alpha);
        Parameters.positive("beta", beta);
        Parameters.positive("c", c);
    }

    /**
     * Makes the model of stored parameters.
     *
     * @throws IllegalArgumentException when one is missing or outside its range
     */
    public static Bdw restore(Map<String, Double> parameters) {
        return of(Parameters.values(SYMBOLS, parameters));
    }

    /**
     * Fits the model by maximum likelihood. The report says how it went; with fewer than three renewals at which some were cancelled
     * and some renewed, nothing is fitted.
     */
    public static FitResult<Bdw> fit(RenewalCounts counts) {
        MaximumLikelihood<Bdw> search = new MaximumLikelihood<>(NAME, SYMBOLS, Bdw::of);
        MaximumLikelihood.Sample sample = new MaximumLikelihood.Sample(
                new BdwLikelihood(counts), counts.subscriptions(), counts.informativeRenewals());
        return counts.informativeRenewals() < LEAST_RENEWALS
                ? search.tooLittleData(sample, RenewalFit.tooFew(LEAST_RENEWALS, counts))
                : search.fit(sample, STARTS);
    }

    private static Bdw of(double[] parameters) {
        return new Bdw(parameters[0], parameters[1], parameters[2]);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, Double> parameters() {
        return Parameters.named(SYMBOLS, alpha, beta, c);
    }

    /** The log-likelihood of subscriptions. */
    public double logLikelihood(RenewalCounts counts) {
        return new BdwLikelihood(counts).value(alpha, beta, c);
    }

    @Override
    public double logSurvival(int renewals) {
        double time = FastMath.pow((double) renewals, c);
        return Gamma.logGamma(beta + time)
                - Gamma.logGamma(alpha + beta + time)
                - (Gamma.logGamma(beta) - Gamma.logGamma(alpha + beta));
    }
}
