package io.allegiance.btyd;

import java.util.List;

/** The result of a search; value and gradient are those of the mean log-likelihood. */
record Maximum(List<Double> logParameters, double value, double gradientNorm, int iterations, int evaluations) {}
