package io.allegiance.btyd;

/** How a fit ended. */
public enum FitStatus {
    /** The gradient vanished, apart from parameters that stand at the edge of their range. */
    CONVERGED,
    /** The search came to its end before the gradient vanished; the parameters are the best that it saw. */
    NOT_CONVERGED,
    /** Nothing was fitted: the data cannot tell the parameters apart. */
    TOO_LITTLE_DATA
}
