package io.allegiance.btyd;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The report of a fit: enough to judge the fit, to repeat its predictions and to store it as a document. All
 * numbers are finite.
 *
 * @param model the model's name, such as {@code MBG/NBD}
 * @param parameters the estimates under the papers' symbols, in their order; empty when nothing was fitted
 * @param logLikelihood the log-likelihood at the estimates; 0 when nothing was fitted
 * @param customers the customers whose data the likelihood sums over
 * @param distinctGroups the distinct data among them
 * @param iterations the steps of the best start
 * @param evaluations the evaluations of the likelihood, all starts together
 * @param gradientNorm the greatest derivative of the mean log-likelihood of a customer by the logarithm of a parameter,
 *     parameters at an edge left out
 * @param status how the fit ended
 * @param atBounds the parameters at an edge of their range
 * @param statement the same in one sentence or two
 */
public record FitReport(
        String model,
        Map<String, Double> parameters,
        double logLikelihood,
        long customers,
        int distinctGroups,
        int iterations,
        int evaluations,
        double gradientNorm,
        FitStatus status,
        List<String> atBounds,
        String statement) {

    public FitReport {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        atBounds = List.copyOf(atBounds);
    }

    /** Returns whether the search found a maximum. */
    public boolean converged() {
        return status == FitStatus.CONVERGED;
    }

    FitReport withParameters(Map<String, Double> newParameters) {
        return new FitReport(
                model,
                newParameters,
                logLikelihood,
                customers,
                distinctGroups,
                iterations,
                evaluations,
                gradientNorm,
                status,
                atBounds,
                statement);
    }
}
