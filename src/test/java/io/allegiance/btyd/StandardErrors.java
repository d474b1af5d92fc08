package io.allegiance.btyd;

import java.util.Arrays;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.util.FastMath;

/** The standard errors of the parameters' logarithms, from the curvature of the log-likelihood at its maximum. */
final class StandardErrors {

    private static final double STEP = 1e-4;

    private StandardErrors() {}

    static double[] of(LogLikelihood likelihood, double[] estimates) {
        double[] logs = Arrays.stream(estimates).map(FastMath::log).toArray();
        RealMatrix information = new Array2DRowRealMatrix(logs.length, logs.length);
        for (int i = 0; i < logs.length; i++) {
            double[] above = gradient(likelihood, logs, i, STEP);
            double[] below = gradient(likelihood, logs, i, -STEP);
            for (int j = 0; j < logs.length; j++) {
                information.addToEntry(i, j, (below[j] - above[j]) / (4 * STEP));
                information.addToEntry(j, i, (below[j] - above[j]) / (4 * STEP));
            }
        }
        RealMatrix covariance = MatrixUtils.inverse(information);
        double[] errors = new double[logs.length];
        Arrays.setAll(errors, i -> Math.sqrt(covariance.getEntry(i, i)));
        return errors;
    }

    private static double[] gradient(LogLikelihood likelihood, double[] logs, int i, double step) {
        double[] moved = logs.clone();
        moved[i] += step;
        double[] gradient = new double[logs.length];
        likelihood.valueAndGradient(moved, gradient);
        return gradient;
    }
}
