package io.allegiance.btyd;

import java.util.Arrays;
import org.hipparchus.util.FastMath;

/** The inverse Hessian H of a function under minimisation, learnt from its gradients by the BFGS formula; at first 1. */
final class InverseHessian {

    private final int n;
    private final double[][] inverse;
    private boolean fresh;

    InverseHessian(int n) {
        this.n = n;
        inverse = new double[n][n];
        reset();
    }

    /** Tells whether nothing has been learnt yet. */
    boolean isFresh() {
        return fresh;
    }

    void reset() {
        setDiagonal(1);
        fresh = true;
    }

    /** -H g where the held ones do not move: the inverse of the free ones is left when the held are swept out of H. */
    double[] descent(double[] gradient, boolean[] held) {
        double[][] free = new double[n][];
        Arrays.setAll(free, i -> inverse[i].clone());
        for (int h = 0; h < n; h++) {
            if (held[h]) {
                sweep(free, h);
            }
        }
        return Arrays.stream(free).mapToDouble(row -> -product(row, gradient)).toArray();
    }

    /** Learns from a move s that changed the gradient by y; H stays positive definite. */
    void update(double[] s, double[] y) {
        double sy = product(s, y);
        if (sy <= 1e-12 * FastMath.sqrt(product(s, s) * product(y, y))) {
            return;
        }
        if (fresh) {
            setDiagonal(sy / product(y, y));
            fresh = false;
        }
        double[] hy = Arrays.stream(inverse).mapToDouble(row -> product(row, y)).toArray();
        double factor = 1 + product(y, hy) / sy;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                inverse[i][j] += (factor * s[i] * s[j] - hy[i] * s[j] - s[i] * hy[j]) / sy;
            }
        }
    }

    static double product(double[] left, double[] right) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += left[i] * right[i];
        }
        return sum;
    }

    private void setDiagonal(double value) {
        for (int i = 0; i < n; i++) {
            Arrays.fill(inverse[i], 0);
            inverse[i][i] = value;
        }
    }

    private void sweep(double[][] matrix, int h) {
        double[] pivot = matrix[h].clone();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                matrix[i][j] = i == h || j == h ? 0 : matrix[i][j] - pivot[i] * pivot[j] / pivot[h];
            }
        }
    }
}
