package io.allegiance.churn;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.util.FastMath;

/**
 * Ridge logistic regression on clipped and standardised features, with an intercept for each cut-off.
 *
 * <p>With outcomes y in {0, 1}, the cut-off t of each row and inputs x standardised by {@link ChurnTerm} it minimises
 *
 * <pre>
 *   Σ ln(1 + e^z) - y z  +  |β|² / (2 C),    z = αₜ + Σ βⱼ xⱼ,   C = 0.02
 * </pre>
 *
 * by Newton's method, halving a step that does not improve. The intercepts αₜ are not penalised: the slopes are learnt among the
 * customers of one date, whatever the season of that date. They are dropped after the fit. The minimum is unique. Rows are summed
 * in their order, so equal rows give equal bits.
 */
public final class LogisticRegression {

    private static final double C = 0.02;
    private static final int MOST_ITERATIONS = 50;
    private static final int MOST_HALVINGS = 30;
    private static final double NEGLIGIBLE = 1e-12;

    private final TrainingRows rows;
    private final List<ChurnTerm> scaling;
    private final int cutOffs;
    private final int width;

    private LogisticRegression(TrainingRows rows) {
        this.rows = rows;
        this.scaling = FeatureScaling.of(rows);
        this.cutOffs = rows.cutOffs();
        this.width = cutOffs + scaling.size();
    }

    /**
     * Fits the coefficients.
     *
     * @param rows of one cut-off or more
     * @return one term for each feature of the catalogue, in its order
     * @throws IllegalArgumentException unless at each cut-off some customers churned and some did not
     */
    public static List<ChurnTerm> fit(TrainingRows rows) {
        for (int cutOff = 0; cutOff < rows.cutOffs(); cutOff++) {
            int churned = rows.churned(rows.start(cutOff), rows.end(cutOff));
            int customers = rows.end(cutOff) - rows.start(cutOff);
            if (churned == 0 || churned == customers) {
                throw new IllegalArgumentException("a regression needs both outcomes at each cut-off; " + churned
                        + " of " + customers + " rows churned");
            }
        }
        return new LogisticRegression(rows).search();
    }

    private List<ChurnTerm> search() {
        double[] beta = start();
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
        return toTerms(beta);
    }

    private double[] start() {
        double[] beta = new double[width];
        for (int cutOff = 0; cutOff < cutOffs; cutOff++) {
            int customers = rows.end(cutOff) - rows.start(cutOff);
            int churned = rows.churned(rows.start(cutOff), rows.end(cutOff));
            beta[cutOff] = FastMath.log((double) churned / (customers - churned));
        }
        return beta;
    }

    private static double[] moved(double[] from, double[] step, double length) {
        double[] to = from.clone();
        for (int i = 0; i < to.length; i++) {
            to[i] -= length * step[i];
        }
        return to;
    }

    private double objective(double[] beta) {
        double[] x = new double[scaling.size()];
        double sum = 0;
        for (int cutOff = 0; cutOff < cutOffs; cutOff++) {
            for (int row = rows.start(cutOff); row < rows.end(cutOff); row++) {
                double z = beta[cutOff] + standardise(row, x, beta);
                sum += Logit.softplus(rows.churned(row) ? -z : z);
            }
        }
        for (int j = cutOffs; j < width; j++) {
            sum += beta[j] * beta[j] / (2 * C);
        }
        return sum;
    }

    /** The inverse Hessian times the gradient. */
    private double[] newtonStep(double[] beta) {
        double[] x = new double[scaling.size()];
        double[] gradient = new double[width];
        double[][] hessian = new double[width][width];
        for (int cutOff = 0; cutOff < cutOffs; cutOff++) {
            for (int row = rows.start(cutOff); row < rows.end(cutOff); row++) {
                double probability = Logit.probability(beta[cutOff] + standardise(row, x, beta));
                double error = probability - (rows.churned(row) ? 1 : 0);
                double weight = probability * (1 - probability);
                gradient[cutOff] += error;
                hessian[cutOff][cutOff] += weight;
                for (int i = 0; i < x.length; i++) {
                    double weighted = weight * x[i];
                    double[] ofFeature = hessian[cutOffs + i];
                    gradient[cutOffs + i] += error * x[i];
                    ofFeature[cutOff] += weighted;
                    for (int j = 0; j <= i; j++) {
                        ofFeature[cutOffs + j] += weighted * x[j];
                    }
                }
            }
        }
        return solve(beta, gradient, hessian);
    }

    private double[] solve(double[] beta, double[] gradient, double[][] hessian) {
        for (int i = 0; i < width; i++) {
            if (i < cutOffs) {
                hessian[i][i] += NEGLIGIBLE * rows.size();
            } else {
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

    /** Writes the inputs of a row, and gives z without the intercept. */
    private double standardise(int row, double[] x, double[] beta) {
        double z = 0;
        for (int j = 0; j < x.length; j++) {
            x[j] = scaling.get(j).standardised(rows.value(row, j));
            z += beta[cutOffs + j] * x[j];
        }
        return z;
    }

    private List<ChurnTerm> toTerms(double[] beta) {
        List<ChurnTerm> terms = new ArrayList<>();
        for (int j = 0; j < scaling.size(); j++) {
            terms.add(scaling.get(j).withCoefficient(beta[cutOffs + j]));
        }
        return terms;
    }
}
