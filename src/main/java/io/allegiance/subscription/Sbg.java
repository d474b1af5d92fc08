package io.allegiance.subscription;

import io.allegiance.btyd.FitResult;
import io.allegiance.btyd.MaximumLikelihood;
import io.allegiance.btyd.Parameters;
import io.allegiance.btyd.StartingPoints;
import java.util.List;
import java.util.Map;
import org.hipparchus.util.FastMath;

/**
 * The shifted-beta-geometric model of Fader and Hardie (2007), "How to Project Customer Retention", Journal of Interactive Marketing
 * 21(1).
 *
 * <p>A subscriber cancels at each renewal with the same probability θ, and θ ~ Beta(α, β) over subscribers. With T the renewal at
 * which a subscription is cancelled,
 *
 * <pre>
 *   P(T = t) = B(α + 1, β + t - 1) / B(α, β)
 *   S(t)     = B(α, β + t) / B(α, β)
 *   r(t)     = S(t) / S(t - 1) = (β + t - 1) / (α + β + t - 1)
 * </pre>
 *
 * Retention r(t) rises with t although nobody changes: those who cancel easily have gone.
 *
 * @param alpha α, positive
 * @param beta β, positive
 * @throws IllegalArgumentException when a parameter is not positive and finite
 */
public record Sbg(double alpha, double beta) implements RenewalModel {

    /** The model's name. */
    public static final String NAME = "sBG";

    private static final List<String> SYMBOLS = List.of("alpha", "beta");

    /* Subscribers who differ much; who differ little; most of them stay, or most go at once. */
    private static final StartingPoints STARTS = new StartingPoints(
            List.of(new double[] {1, 2}, new double[] {0.5, 5}),
            List.of(new double[] {50, 200}, new double[] {0.05, 0.2}, new double[] {2, 100}));

    private static final int LEAST_RENEWALS = 2;

    public Sbg {
        Parameters.positive("alpha", alpha);
        Parameters.positive("beta", beta);
    }

    /**
     * Makes the model of stored parameters.
     *
     * @throws IllegalArgumentException when one is missing or outside its range
     */
    public static Sbg restore(Map<String, Double> parameters) {
        return of(Parameters.values(SYMBOLS, parameters));
    }

    /**
     * Fits the model by maximum likelihood. The report says how it went; with fewer than two renewals at which some were cancelled and
     * some renewed, nothing is fitted.
     */
    public static FitResult<Sbg> fit(RenewalCounts counts) {
        MaximumLikelihood<Sbg> search = new MaximumLikelihood<>(NAME, SYMBOLS, Sbg::of);
        MaximumLikelihood.Sample sample = new MaximumLikelihood.Sample(
                new SbgLikelihood(counts), counts.subscriptions(), counts.informativeRenewals());
        return counts.informativeRenewals() < LEAST_RENEWALS
                ? search.tooLittleData(sample, RenewalFit.tooFew(LEAST_RENEWALS, counts))
                : search.fit(sample, STARTS);
    }

    private static Sbg of(double[] parameters) {
        return new Sbg(parameters[0], parameters[1]);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, Double> parameters() {
        return Parameters.named(SYMBOLS, alpha, beta);
    }

    /** The log-likelihood of subscriptions. */
    public double logLikelihood(RenewalCounts counts) {
        return new SbgLikelihood(counts).value(alpha, beta);
    }

    @Override
    public double logSurvival(int renewals) {
        double sum = 0;
        for (int t = 1; t <= renewals; t++) {
            sum -= FastMath.log1p(alpha / (beta + t - 1));
        }
        return sum;
    }
}
