package io.allegiance.churn;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.util.FastMath;

/**
 * Ridge logistic regression on clipped and standardised features.
 *
 * <p>With outcomes y in {0, 1} and inputs x standardised by {@link ChurnTerm} it minimises
 *
 * <pre>
 *   Σ ln(1 + e^z) - y z  +  |β|² / (2 C),    z = β₀ + Σ βⱼ xⱼ,   C = 0.02
 * </pre>
 *
 * by Newton's method, halving a step that does not improve. The intercept β₀ is not penalised. The minimum is unique. Rows
 * are summed in their order, so equal rows give equal bits.
 */
public final class LogisticRegression {

    private static final double C = 0.02;
    private static final int MOST_ITERATIONS = 50;
    private static final int MOST_HALVINGS = 30;
    private static final double NEGLIGIBLE = 1e-12;

    private final TrainingRows rows;
    private final List<ChurnTerm> scaling;
    private final int width;

    private LogisticRegression(TrainingRows rows) {
        this.rows = rows;
        this.scaling = FeatureScaling.of(rows);
        this.width = scaling.size() + 1;
    }

    /**
     * The outcome of a fit.
     *
     * @param intercept β₀, the logit of the average customer
     * @param terms one for each feature of the catalogue, in its order
     */
    public record Fit(double intercept, List<ChurnTerm> terms) {

        public Fit {
            terms = List.copyOf(terms);
        }
    }

    /**
     * Fits the coefficients.
     *
     * @throws IllegalArgumentException unless some rows churned and some did not
     */
    public static Fit fit(TrainingRows rows) {
        int churned = rows.churned();
        if (churned == 0 || churned == rows.size()) {
            throw new IllegalArgumentException(
                    "a regression needs both outcomes; " + churned + " of " + rows.size() + " rows churned");
        }
        return new LogisticRegression(rows).search();
    }

    private Fit search() {
        double[] beta = new double[width];
        beta[0] = FastMath.log((double) rows.churned() / (rows.size() - rows.churned()));
        double objective = objective(beta);
        for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
            double[] step = newtonStep(beta);
            double[] next = beta;
            double nextObjective = Double.POSITIVE_INFINITY;
            double length = 1;
            for (int halving = 0; halving < MOST_HALVINGS && nextObjective > objective; halving++, length /= 2) {
                next = moved(beta, step, length);
                nextObjective = objective(next);
            }
            if (nextObjective > objective - NEGLIGIBLE * objective) {
                break;
            }
            beta = next;
            objective = nextObjective;
        }
        return toFit(beta);
    }

    private static double[] moved(double[] from, double[] step, double length) {
        double[] to = from.clone();
        for (int i = 0; i < to.length; i++) {
            to[i] -= length * step[i];
        }
        return to;
    }

    private double objective(double[] beta) {
        double[] x = new double[width];
        double sum = 0;
        for (int row = 0; row < rows.size(); row++) {
            double z = standardise(row, x, beta);
            sum += Logit.softplus(rows.churned(row) ? -z : z);
        }
        for (int j = 1; j < width; j++) {
            sum += beta[j] * beta[j] / (2 * C);
        }
        return sum;
    }

    /** The inverse Hessian times the gradient. */
    private double[] newtonStep(double[] beta) {
        double[] x = new double[width];
        double[] gradient = new double[width];
        double[][] hessian = new double[width][width];
        for (int row = 0; row < rows.size(); row++) {
            double probability = Logit.probability(standardise(row, x, beta));
            double error = probability - (rows.churned(row) ? 1 : 0);
            double weight = probability * (1 - probability);
            for (int i = 0; i < width; i++) {
                gradient[i] += error * x[i];
                for (int j = 0; j <= i; j++) {
                    hessian[i][j] += weight * x[i] * x[j];
                }
            }
        }
        return solve(beta, gradient, hessian);
    }

    private double[] solve(double[] beta, double[] gradient, double[][] hessian) {
        hessian[0][0] += NEGLIGIBLE * rows.size();
        for (int i = 0; i < width; i++) {
            if (i > 0) {
                gradient[i] += beta[i] / C;
                hessian[i][i] += 1 / C;
            }
            for (int j = 0; j < i; j++) {
                hessian[j][i] = hessian[i][j];
            }
        }
        return new CholeskyDecomposition(MatrixUtils.createRealMatrix(hessian))
                .getSolver()
                .solve(MatrixUtils.createRealVector(gradient))
                .toArray();
    }

    /** Writes the inputs of a row, the intercept's 1 first, and gives z. */
    private double standardise(int row, double[] x, double[] beta) {
        x[0] = 1;
        double z = beta[0];
        for (int j = 1; j < width; j++) {
            x[j] = scaling.get(j - 1).standardised(rows.value(row, j - 1));
            z += beta[j] * x[j];
        }
        return z;
    }

    private Fit toFit(double[] beta) {
        List<ChurnTerm> terms = new ArrayList<>();
        for (int j = 1; j < width; j++) {
            terms.add(scaling.get(j - 1).withCoefficient(beta[j]));
        }
        return new Fit(beta[0], terms);
    }
}
