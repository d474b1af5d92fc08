package io.allegiance.btyd;

import java.util.Optional;

/**
 * The outcome of a fit.
 *
 * @param <M> the kind of model
 * @param model the model at its estimates; empty exactly when the report's status is {@link FitStatus#TOO_LITTLE_DATA}
 * @param report how the fit went
 */
public record FitResult<M>(Optional<M> model, FitReport report) {

    /**
     * Returns the model.
     *
     * @throws IllegalStateException with the report's statement when nothing was fitted
     */
    public M get() {
        return model.orElseThrow(() -> new IllegalStateException(report.statement()));
    }
}
