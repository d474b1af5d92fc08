package io.allegiance.btyd;

import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.hipparchus.util.FastMath;

/**
 * The integral that Pareto/NBD is made of, and the means of four functions under its integrand:
 *
 * <pre>
 *   ∫₀ʷ (1 + v/A)^-p (1 + v/B)^-q dv
 * </pre>
 *
 * <p>Schmittlein, Morrison and Colombo (1987) write it as a difference of two ₂F₁, which loses all digits where they are
 * close; here all terms are positive. In η = ln(1 + v / min(A, B)) the integrand is log-concave and smooth on unit scale
 * whatever the parameters are: Gauss-Legendre with 8 to 32 nodes, over at most 6 in η each, to where the integrand has
 * fallen by e⁻³². Relative error below 10⁻¹² for exponents up to 10⁴, absolute error of the means below 10⁻¹¹. An object holds its last integral: not safe for
 * use by several threads.
 */
final class TwoPowerIntegral {

    private static final double NEGLIGIBLE = 32;
    private static final double CLOSE_TO_NEGLIGIBLE = 36;
    private static final double LONGEST_PANEL = 6;

    private static final GaussIntegratorFactory LEGENDRE = new GaussIntegratorFactory();
    private static final GaussIntegrator SHORT_AND_FLAT = LEGENDRE.legendre(8);
    private static final GaussIntegrator SHORT = LEGENDRE.legendre(12);
    private static final GaussIntegrator STEEP = LEGENDRE.legendre(20);
    private static final GaussIntegrator LONG = LEGENDRE.legendre(32);

    private boolean firstIsNear;
    private double near;
    private double far;
    private double nearPower;
    private double farPower;
    private double value;
    private double sum;
    private double nearLogs;
    private double farLogs;
    private double nearInverses;
    private double farInverses;

    /** Integrates to w ≥ 0; A, B, p, q are positive, and p + q is above 1 - 10⁻⁹. */
    TwoPowerIntegral integrate(double a, double p, double b, double q, double w) {
        firstIsNear = a <= b;
        near = firstIsNear ? a : b;
        far = firstIsNear ? b : a;
        nearPower = firstIsNear ? p : q;
        farPower = firstIsNear ? q : p;
        sum = nearLogs = farLogs = nearInverses = farInverses = 0;
        addPanels(end(AccurateLogs.log1p(w / near)));
        return this;
    }

    double value() {
        return value;
    }

    /** The mean of ln(1 + v/A). */
    double meanLogA() {
        return (firstIsNear ? nearLogs : farLogs) / sum;
    }

    /** The mean of ln(1 + v/B). */
    double meanLogB() {
        return (firstIsNear ? farLogs : nearLogs) / sum;
    }

    /** The mean of 1 / (1 + v/A). */
    double meanInverseA() {
        return (firstIsNear ? nearInverses : farInverses) / sum;
    }

    /** The mean of 1 / (1 + v/B). */
    double meanInverseB() {
        return (firstIsNear ? farInverses : nearInverses) / sum;
    }

    private double logIntegrand(double eta) {
        return (1 - nearPower) * eta - farPower * AccurateLogs.log1p(near * (FastMath.exp(eta) - 1) / far);
    }

    private double slope(double eta) {
        double v = near * (FastMath.exp(eta) - 1);
        return 1 - nearPower - farPower * (near + v) / (far + v);
    }

    /* Newton's steps on a concave function that falls come from beyond the root and stay there. */
    private double end(double all) {
        double slope = slope(0);
        double eta = slope < 0 ? Math.min(all, CLOSE_TO_NEGLIGIBLE / -slope) : all;
        double log = logIntegrand(eta);
        while (log < -CLOSE_TO_NEGLIGIBLE) {
            eta -= (log + NEGLIGIBLE) / slope(eta);
            log = logIntegrand(eta);
        }
        return eta;
    }

    private void addPanels(double end) {
        int panels = Math.max(1, (int) Math.ceil(end / LONGEST_PANEL));
        double half = end / panels / 2;
        GaussIntegrator rule = rule(2 * half, Math.abs(logIntegrand(end)));
        for (int panel = 0; panel < panels; panel++) {
            for (int node = 0; node < rule.getNumberOfPoints(); node++) {
                addNode((2 * panel + 1 + rule.getPoint(node)) * half, rule.getWeight(node));
            }
        }
        value = near * half * sum;
    }

    private static GaussIntegrator rule(double length, double fall) {
        if (length <= 1 && fall <= 3) {
            return SHORT_AND_FLAT;
        }
        if (length <= 2 && fall <= 10) {
            return SHORT;
        }
        return length <= 3.5 ? STEEP : LONG;
    }

    private void addNode(double eta, double nodeWeight) {
        double nearRatio = FastMath.exp(eta);
        double v = near * (nearRatio - 1);
        double farLog = AccurateLogs.log1p(v / far);
        double weight = nodeWeight * FastMath.exp((1 - nearPower) * eta - farPower * farLog);
        sum += weight;
        nearLogs += weight * eta;
        farLogs += weight * farLog;
        nearInverses += weight / nearRatio;
        farInverses += weight * far / (far + v);
    }
}
