package io.allegiance.btyd;

/** How a fit ended. */
public enum FitStatus {
    /** The gradient vanished, except for parameters at the edge of their range. */
    CONVERGED,
    /** The search ended before the gradient vanished; the parameters are the best that it saw. */
    NOT_CONVERGED,
    /** Nothing was fitted: the data do not identify the parameters. */
    TOO_LITTLE_DATA
}
