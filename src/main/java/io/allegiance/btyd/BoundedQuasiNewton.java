package io.allegiance.btyd;

import java.util.Arrays;
import org.hipparchus.util.FastMath;

/**
 * Maximises a log-likelihood over a box by projected quasi-Newton steps (BFGS).
 *
 * <p>Parameters that stand at a bound and are pushed outwards are held; the others move along -H g, with H the inverse
 * Hessian of Broyden, Fletcher, Goldfarb and Shanno, begun anew whenever the set of held ones changes. A step is halved, its
 * end moved into the box, until the value improves enough (Armijo). A value that is not finite counts as no improvement,
 * so the search never leaves finite ground, and it ends after at most 500 steps.
 */
final class BoundedQuasiNewton {

    /* Hipparchus 4.0 has no quasi-Newton method with bounds: its gradient methods are unbounded and its bounded
     * ones (BOBYQA, CMA-ES, SQP) lack the gradient, the determinism or the hard bounds. Four parameters need little. */

    /** A maximum is accepted at this gradient, for each customer, where rounding allows no further improvement. */
    static final double ACCEPTED_GRADIENT = 1e-5;

    private static final double VANISHED_GRADIENT = 1e-9;
    private static final double ROUNDING = 4e-15;
    private static final double LONGEST_STEP = 2;
    private static final double ARMIJO = 1e-4;
    private static final int MOST_ITERATIONS = 500;
    private static final int MOST_HALVINGS = 40;

    private final LogLikelihood likelihood;
    private final double scale;

    BoundedQuasiNewton(LogLikelihood likelihood, double scale) {
        this.likelihood = likelihood;
        this.scale = scale;
    }

    /** Searches from these logarithms, moved into the bounds. */
    Maximum from(double[] logParameters) {
        return new Search(logParameters).run();
    }

    private static double within(double value) {
        return Math.min(MaximumLikelihood.HIGHEST, Math.max(MaximumLikelihood.LOWEST, value));
    }

    private static double product(double[] left, double[] right) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += left[i] * right[i];
        }
        return sum;
    }

    /* Minimises the negative mean. */
    private final class Search {

        private final int n;
        private double[] point;
        private double[] gradient;
        private double value;
        private boolean[] held;
        private final double[][] inverse;
        private boolean fresh;
        private int evaluations;

        Search(double[] start) {
            n = start.length;
            point = Arrays.stream(start).map(BoundedQuasiNewton::within).toArray();
            gradient = new double[n];
            value = evaluate(point, gradient);
            held = new boolean[n];
            inverse = new double[n][n];
        }

        Maximum run() {
            startAnew();
            int iteration = 0;
            while (iteration < MOST_ITERATIONS && norm() > VANISHED_GRADIENT) {
                iteration++;
                holdAtBounds();
                if (!step(direction())) {
                    if (fresh) {
                        break;
                    }
                    startAnew();
                }
            }
            return new Maximum(Arrays.stream(point).boxed().toList(), -value, norm(), iteration, evaluations);
        }

        private double evaluate(double[] at, double[] derivative) {
            evaluations++;
            double sum = likelihood.valueAndGradient(at, derivative);
            for (int i = 0; i < n; i++) {
                derivative[i] *= -scale;
            }
            boolean finite = Double.isFinite(sum) && Arrays.stream(derivative).allMatch(Double::isFinite);
            return finite ? -scale * sum : Double.MAX_VALUE;
        }

        private boolean outwards(int i) {
            return point[i] <= MaximumLikelihood.LOWEST && gradient[i] > 0
                    || point[i] >= MaximumLikelihood.HIGHEST && gradient[i] < 0;
        }

        private double norm() {
            double greatest = 0;
            for (int i = 0; i < n; i++) {
                greatest = outwards(i) ? greatest : Math.max(greatest, Math.abs(gradient[i]));
            }
            return greatest;
        }

        private void holdAtBounds() {
            boolean[] now = new boolean[n];
            for (int i = 0; i < n; i++) {
                now[i] = outwards(i);
            }
            if (!Arrays.equals(now, held)) {
                held = now;
                startAnew();
            }
        }

        private void startAnew() {
            for (int i = 0; i < n; i++) {
                Arrays.fill(inverse[i], 0);
                inverse[i][i] = 1;
            }
            fresh = true;
        }

        private double[] direction() {
            double[] direction = new double[n];
            double longest = 0;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n && !held[i]; j++) {
                    direction[i] -= held[j] ? 0 : inverse[i][j] * gradient[j];
                }
                longest = Math.max(longest, Math.abs(direction[i]));
            }
            double shrink = Math.min(1, LONGEST_STEP / longest);
            return Arrays.stream(direction).map(d -> d * shrink).toArray();
        }

        private boolean step(double[] direction) {
            double length = 1;
            for (int halving = 0; halving < MOST_HALVINGS; halving++, length /= 2) {
                double[] next = new double[n];
                double[] move = new double[n];
                for (int i = 0; i < n; i++) {
                    next[i] = within(point[i] + length * direction[i]);
                    move[i] = next[i] - point[i];
                }
                double[] nextGradient = new double[n];
                double nextValue = evaluate(next, nextGradient);
                if (improves(product(gradient, move), nextValue, nextGradient)) {
                    accept(next, nextValue, nextGradient);
                    return true;
                }
            }
            return false;
        }

        /* Close to the maximum the value no longer tells points apart, and a smaller gradient decides. */
        private boolean improves(double slope, double nextValue, double[] nextGradient) {
            boolean lower = slope < 0 && nextValue <= value + ARMIJO * slope;
            boolean equal = Math.abs(nextValue - value) <= ROUNDING * Math.abs(value);
            return lower || equal && product(nextGradient, nextGradient) < product(gradient, gradient) / 4;
        }

        private void accept(double[] next, double nextValue, double[] nextGradient) {
            double[] move = new double[n];
            double[] change = new double[n];
            for (int i = 0; i < n; i++) {
                move[i] = held[i] ? 0 : next[i] - point[i];
                change[i] = held[i] ? 0 : nextGradient[i] - gradient[i];
            }
            point = next;
            value = nextValue;
            gradient = nextGradient;
            update(move, change);
        }

        /* H ← (I - s yᵀ / sᵀy) H (I - y sᵀ / sᵀy) + s sᵀ / sᵀy; left alone where sᵀy would spoil its sign. */
        private void update(double[] s, double[] y) {
            double sy = product(s, y);
            if (sy <= 1e-12 * FastMath.sqrt(product(s, s) * product(y, y))) {
                return;
            }
            if (fresh) {
                scaleInverse(sy / product(y, y));
            }
            double[] hy = new double[n];
            for (int i = 0; i < n; i++) {
                hy[i] = product(inverse[i], y);
            }
            double factor = 1 + product(y, hy) / sy;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    inverse[i][j] += (factor * s[i] * s[j] - hy[i] * s[j] - s[i] * hy[j]) / sy;
                }
            }
            fresh = false;
        }

        private void scaleInverse(double diagonal) {
            for (int i = 0; i < n; i++) {
                inverse[i][i] = diagonal;
            }
        }
    }
}
