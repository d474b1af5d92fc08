package io.allegiance.btyd;

import org.hipparchus.util.FastMath;

/** A log-likelihood as a function of the logarithms of its parameters. */
@FunctionalInterface
public interface LogLikelihood {

    /** The value at these logarithms; its gradient by them is written into the second array. */
    double valueAndGradient(double[] logParameters, double[] gradient);

    /** The value alone. */
    default double value(double... parameters) {
        double[] logs = new double[parameters.length];
        for (int i = 0; i < logs.length; i++) {
            logs[i] = FastMath.log(parameters[i]);
        }
        return valueAndGradient(logs, new double[logs.length]);
    }
}
