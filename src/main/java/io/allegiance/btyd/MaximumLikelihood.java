package io.allegiance.btyd;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hipparchus.util.FastMath;

/**
 * Maximum likelihood on the logarithms of positive parameters, each within [{@value #LOWEST}, {@value #HIGHEST}].
 *
 * <p>Two starts or more; the best maximum counts, the first of equals. A small population's likelihood may have several
 * maxima, and so may one whose maximum is at a bound: then further starts are tried. The bounds keep a parameter that
 * the data let run off, as r and α do under a steady trade without heterogeneity, at a finite place, and the report names
 * it. Deterministic: the same data give the same bits.
 *
 * @param <M> the kind of model
 * @param name the model's name
 * @param symbols its parameters
 * @param create makes the model of its parameters
 */
public record MaximumLikelihood<M>(String name, List<String> symbols, Function<double[], M> create) {

    static final double LOWEST = -8;
    static final double HIGHEST = 9;

    /* With more distinct groups a second maximum was seen only where the first is at a bound. */
    private static final int FEW_GROUPS = 2_000;

    private static final double ROUNDING = 1e-13;

    /**
     * The data as the search sees them.
     *
     * @param customers whose data the likelihood sums over
     * @param distinctGroups the distinct data among them
     */
    public record Sample(LogLikelihood likelihood, long customers, int distinctGroups) {}

    /** Fits from each start, moved into the bounds first. */
    public FitResult<M> fit(Sample sample, StartingPoints starts) {
        BoundedQuasiNewton search = new BoundedQuasiNewton(sample.likelihood(), 1.0 / sample.customers());
        List<Maximum> maxima = new ArrayList<>();
        starts.usual().forEach(start -> maxima.add(from(start, search)));
        Maximum best = Collections.max(maxima, Comparator.comparingDouble(Maximum::value));
        if (sample.distinctGroups() <= FEW_GROUPS || !atBounds(best).isEmpty()) {
            for (double[] start : starts.further()) {
                Maximum other = from(start, search);
                maxima.add(other);
                best = other.value() > best.value() + ROUNDING * (1 + Math.abs(best.value())) ? other : best;
            }
        }
        int evaluations = maxima.stream().mapToInt(Maximum::evaluations).sum();
        return fitted(sample, best, evaluations);
    }

    private static Maximum from(double[] start, BoundedQuasiNewton search) {
        return search.from(Arrays.stream(start).map(FastMath::log).toArray());
    }

    /** Says why nothing could be fitted. */
    public FitResult<M> tooLittleData(Sample sample, String reason) {
        FitReport report = new FitReport(
                name,
                Parameters.named(symbols),
                0,
                sample.customers(),
                sample.distinctGroups(),
                0,
                0,
                0,
                FitStatus.TOO_LITTLE_DATA,
                List.of(),
                name + " was not fitted: " + reason + ".");
        return new FitResult<>(Optional.empty(), report);
    }

    private FitResult<M> fitted(Sample sample, Maximum best, int evaluations) {
        double[] parameters =
                best.logParameters().stream().mapToDouble(FastMath::exp).toArray();
        FitStatus status = best.gradientNorm() <= BoundedQuasiNewton.ACCEPTED_GRADIENT
                ? FitStatus.CONVERGED
                : FitStatus.NOT_CONVERGED;
        List<String> atBounds = atBounds(best);
        FitReport report = new FitReport(
                name,
                Parameters.named(symbols, parameters),
                best.value() * sample.customers(),
                sample.customers(),
                sample.distinctGroups(),
                best.iterations(),
                evaluations,
                best.gradientNorm(),
                status,
                atBounds,
                statement(status, best, atBounds));
        return new FitResult<>(Optional.of(create.apply(parameters)), report);
    }

    private List<String> atBounds(Maximum best) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < symbols.size(); i++) {
            double at = best.logParameters().get(i);
            if (at <= LOWEST || at >= HIGHEST) {
                names.add(symbols.get(i));
            }
        }
        return names;
    }

    private String statement(FitStatus status, Maximum best, List<String> atBounds) {
        String end = status == FitStatus.CONVERGED
                ? " converged after " + best.iterations() + " iterations."
                : " did not converge within " + best.iterations() + " iterations; the best parameters seen are kept.";
        if (atBounds.isEmpty()) {
            return name + end;
        }
        return name + end + " At the edge of their range, so not determined by the data alone: "
                + String.join(", ", atBounds) + ".";
    }
}
