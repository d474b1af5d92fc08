package io.allegiance.subscription;

import io.allegiance.btyd.LogLikelihood;
import org.hipparchus.util.FastMath;

/**
 * The log-likelihood of the sBG, with its gradient by the logarithms of α and β. With n(t) the subscriptions that came to renewal t and
 * c(t) those that were cancelled at it,
 *
 * <pre>
 *   ln L = Σ_t  c(t) ln(1 - r(t)) + (n(t) - c(t)) ln r(t)
 *        = Σ_t  c(t) ln α + (n(t) - c(t)) ln(β + t - 1) - n(t) ln(α + β + t - 1)
 * </pre>
 *
 * <p>It is the paper's sum over cancelled and active subscriptions, put in order of the renewals.
 */
final class SbgLikelihood implements LogLikelihood {

    private final RenewalCounts counts;

    SbgLikelihood(RenewalCounts counts) {
        this.counts = counts;
    }

    @Override
    public double valueAndGradient(double[] logParameters, double[] gradient) {
        double alpha = FastMath.exp(logParameters[0]);
        double beta = FastMath.exp(logParameters[1]);
        double value = 0;
        double byAlpha = 0;
        double byBeta = 0;
        long atRisk = counts.subscriptions();
        for (int t = 1; t <= counts.renewals(); t++) {
            long cancelled = counts.cancelledAt(t);
            long renewed = atRisk - cancelled;
            double left = beta + t - 1;
            double all = alpha + left;
            value -= cancelled * FastMath.log1p(left / alpha) + renewed * FastMath.log1p(alpha / left);
            byAlpha += cancelled / alpha - atRisk / all;
            byBeta += renewed / left - atRisk / all;
            atRisk = renewed - counts.activeAfter(t);
        }
        gradient[0] = alpha * byAlpha;
        gradient[1] = beta * byBeta;
        return value;
    }
}
