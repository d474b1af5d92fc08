package io.allegiance.btyd;

import java.util.Arrays;

/**
 * Maximises a log-likelihood over a box by quasi-Newton steps (BFGS).
 *
 * <p>Parameters at a bound whose gradient points outwards are held; the others move along -H g, where H is the inverse
 * Hessian of Broyden, Fletcher, Goldfarb and Shanno, given that the held ones do not move. A step ends at the first
 * bound at the latest, and is halved until the value improves enough (Armijo). A value that is not finite counts as no
 * improvement, so the search never leaves finite ground, and it ends after at most 500 steps.
 */
final class BoundedQuasiNewton {

    /* Hipparchus 4.0 has no quasi-Newton method with bounds: conjugate gradients know no bounds, BOBYQA and CMA-ES no
     * gradient, and to SQP a bound is a constraint that a step may leave. Four parameters need little. */

    /** A maximum is accepted at this gradient, for each customer, where rounding allows no further improvement. */
    static final double ACCEPTED_GRADIENT = 1e-5;

    private static final double VANISHED_GRADIENT = 1e-9;
    private static final double ROUNDING = 1e-9;
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

    /* Minimises the negative mean. */
    private final class Search {

        private final int n;
        private double[] point;
        private double[] gradient;
        private double value;
        private final InverseHessian inverse;
        private int evaluations;

        Search(double[] start) {
            n = start.length;
            point = Arrays.stream(start).map(BoundedQuasiNewton::within).toArray();
            gradient = new double[n];
            value = evaluate(point, gradient);
            inverse = new InverseHessian(n);
        }

        Maximum run() {
            int iteration = 0;
            while (iteration < MOST_ITERATIONS && norm(point, gradient) > VANISHED_GRADIENT) {
                iteration++;
                if (!step(direction())) {
                    if (inverse.isFresh()) {
                        break;
                    }
                    inverse.reset();
                }
            }
            return new Maximum(
                    Arrays.stream(point).boxed().toList(), -value, norm(point, gradient), iteration, evaluations);
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

        private boolean outwards(double at, double move) {
            return at <= MaximumLikelihood.LOWEST && move < 0 || at >= MaximumLikelihood.HIGHEST && move > 0;
        }

        /** The greatest derivative that a move within the box can follow. */
        private double norm(double[] at, double[] derivative) {
            double greatest = 0;
            for (int i = 0; i < n; i++) {
                greatest = outwards(at[i], -derivative[i]) ? greatest : Math.max(greatest, Math.abs(derivative[i]));
            }
            return greatest;
        }

        /* Holding one that the curvature would push out can push out another, so at most n rounds. */
        private double[] direction() {
            boolean[] held = new boolean[n];
            for (int i = 0; i < n; i++) {
                held[i] = outwards(point[i], -gradient[i]);
            }
            double[] direction = inverse.descent(gradient, held);
            for (int i = 0; i < n; i++) {
                if (!held[i] && outwards(point[i], direction[i])) {
                    held[i] = true;
                    direction = inverse.descent(gradient, held);
                    i = -1;
                }
            }
            return direction;
        }

        private boolean step(double[] direction) {
            double length = longest(direction);
            for (int halving = 0; halving < MOST_HALVINGS; halving++, length /= 2) {
                double[] next = new double[n];
                double[] move = new double[n];
                for (int i = 0; i < n; i++) {
                    next[i] = within(point[i] + length * direction[i]);
                    move[i] = next[i] - point[i];
                }
                double[] nextGradient = new double[n];
                double nextValue = evaluate(next, nextGradient);
                boolean smoother = norm(next, nextGradient) < norm(point, gradient) / 2;
                if (improves(InverseHessian.product(gradient, move), nextValue, smoother)) {
                    accept(next, move, nextValue, nextGradient);
                    return true;
                }
            }
            return false;
        }

        /* A hair beyond the first bound, so that rounding leaves none just before it. */
        private double longest(double[] direction) {
            double length = 1;
            for (int i = 0; i < n; i++) {
                double bound = direction[i] > 0 ? MaximumLikelihood.HIGHEST : MaximumLikelihood.LOWEST;
                if (direction[i] != 0) {
                    length = Math.min(length, LONGEST_STEP / Math.abs(direction[i]));
                    length = Math.min(length, (1 + 1e-12) * (bound - point[i]) / direction[i]);
                }
            }
            return length;
        }

        /* Close to the maximum the value, a sum of large terms, no longer distinguishes points; a clearly smaller gradient
         * then decides. */
        private boolean improves(double slope, double nextValue, boolean smoother) {
            boolean lower = slope < 0 && nextValue <= value + ARMIJO * slope;
            boolean equal = Math.abs(nextValue - value) <= ROUNDING * (1 + Math.abs(value));
            return lower || equal && smoother;
        }

        private void accept(double[] next, double[] move, double nextValue, double[] nextGradient) {
            double[] change = new double[n];
            Arrays.setAll(change, i -> nextGradient[i] - gradient[i]);
            point = next;
            value = nextValue;
            gradient = nextGradient;
            inverse.update(move, change);
        }
    }
}
