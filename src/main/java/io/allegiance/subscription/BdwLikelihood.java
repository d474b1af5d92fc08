package io.allegiance.subscription;

import io.allegiance.btyd.LogLikelihood;
import org.hipparchus.special.Gamma;
import org.hipparchus.util.FastMath;

/**
 * The log-likelihood of the BdW, with its gradient by the logarithms of α, β and c. With n(t) the subscriptions that came to renewal t, c(t)
 * those that were cancelled at it, and ln r(t) = ln S(t) - ln S(t - 1),
 *
 * <pre>
 *   ln L = Σ_t  c(t) ln(1 - r(t)) + (n(t) - c(t)) ln r(t)
 * </pre>
 *
 * and with u = t^c, and ψ the digamma function,
 *
 * <pre>
 *   ∂ ln S / ∂α = ψ(α + β) - ψ(α + β + u)
 *   ∂ ln S / ∂β = ψ(α + β) - ψ(α + β + u) + ψ(β + u) - ψ(β)
 *   ∂ ln S / ∂c = (ψ(β + u) - ψ(α + β + u)) · u ln t
 * </pre>
 */
final class BdwLikelihood implements LogLikelihood {

    private static final double LN_2 = 0.6931471805599453;

    private final RenewalCounts counts;

    BdwLikelihood(RenewalCounts counts) {
        this.counts = counts;
    }

    /** ln S(t) up to a constant, and its derivatives by α, β and c, up to constants as well. */
    private record Survival(double log, double byAlpha, double byBeta, double byC) {

        static Survival at(int t, double alpha, double beta, double c) {
            double u = FastMath.pow((double) t, c);
            double all = alpha + beta + u;
            double psiAll = Gamma.digamma(all);
            double psiLeft = Gamma.digamma(beta + u);
            double byU = psiLeft - psiAll;
            return new Survival(
                    Gamma.logGamma(beta + u) - Gamma.logGamma(all),
                    -psiAll,
                    byU,
                    t == 0 ? 0 : byU * u * FastMath.log((double) t));
        }
    }

    @Override
    public double valueAndGradient(double[] logParameters, double[] gradient) {
        double alpha = FastMath.exp(logParameters[0]);
        double beta = FastMath.exp(logParameters[1]);
        double c = FastMath.exp(logParameters[2]);
        double[] by = new double[3];
        double value = 0;
        long atRisk = counts.subscriptions();
        Survival before = Survival.at(0, alpha, beta, c);
        for (int t = 1; t <= counts.renewals(); t++) {
            Survival now = Survival.at(t, alpha, beta, c);
            long cancelled = counts.cancelledAt(t);
            long renewed = atRisk - cancelled;
            double logRetention = now.log() - before.log();
            value += renewed * logRetention + (cancelled == 0 ? 0 : cancelled * logOfRest(logRetention));
            double slope = renewed - (cancelled == 0 ? 0 : cancelled / FastMath.expm1(-logRetention));
            by[0] += slope * (now.byAlpha() - before.byAlpha());
            by[1] += slope * (now.byBeta() - before.byBeta());
            by[2] += slope * (now.byC() - before.byC());
            atRisk = renewed - counts.activeAfter(t);
            before = now;
        }
        gradient[0] = alpha * by[0];
        gradient[1] = beta * by[1];
        gradient[2] = c * by[2];
        return value;
    }

    /** ln(1 - e^x) for x below 0, without loss of digits at either end. */
    private static double logOfRest(double x) {
        return x > -LN_2 ? FastMath.log(-FastMath.expm1(x)) : FastMath.log1p(-FastMath.exp(x));
    }
}
