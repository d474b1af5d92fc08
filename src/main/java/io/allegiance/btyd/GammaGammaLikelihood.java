package io.allegiance.btyd;

import org.hipparchus.special.Beta;
import org.hipparchus.special.Gamma;
import org.hipparchus.util.FastMath;

/**
 * The log-likelihood of Gamma-Gamma over grouped spend, with its gradient by the parameters' logarithms. For a customer
 * with mean spend m over n days
 *
 * <pre>
 *   ln L = q ln(γ / (γ + n m)) + p n ln(n m / (γ + n m)) - ln m - ln B(p n, q)
 * </pre>
 *
 * Money is scaled to a unit of the data, so that the bounds on γ mean the same in every currency.
 */
final class GammaGammaLikelihood implements LogLikelihood {

    private final GroupedSpend groups;
    private final double unit;
    private final double[] logSpend;
    private final double sumOfLogMeans;

    GammaGammaLikelihood(GroupedSpend groups, double unit) {
        this.groups = groups;
        this.unit = unit;
        logSpend = new double[groups.size()];
        double sum = 0;
        for (int group = 0; group < groups.size(); group++) {
            logSpend[group] = FastMath.log(groups.total(group) / unit);
            sum += groups.count(group) * FastMath.log(groups.total(group) / groups.days(group));
        }
        sumOfLogMeans = sum;
    }

    @Override
    public double valueAndGradient(double[] logParameters, double[] gradient) {
        Sum sum = new Sum(logParameters);
        for (int group = 0; group < groups.size(); group++) {
            sum.addGroup(group);
        }
        sum.gradient(gradient);
        return sum.value - sumOfLogMeans;
    }

    /* The groups come sorted by days, so that the functions of p n are computed once for each n. */
    private final class Sum {

        private final double p;
        private final double q;
        private final double gamma;
        private final double logGamma;
        private final double digammaQ;
        private int days;
        private double logBeta;
        private double digammaPn;
        private double digammaPnQ;
        private double value;
        private double byP;
        private double byQ;
        private double byGamma;

        Sum(double[] logParameters) {
            p = FastMath.exp(logParameters[0]);
            q = FastMath.exp(logParameters[1]);
            gamma = FastMath.exp(logParameters[2]);
            logGamma = FastMath.log(gamma);
            digammaQ = Gamma.digamma(q);
        }

        void addGroup(int group) {
            int n = groups.days(group);
            if (n != days) {
                moveTo(n);
            }
            int count = groups.count(group);
            double sum = gamma + groups.total(group) / unit;
            double logSum = FastMath.log(sum);
            double pn = p * n;
            value += count * (q * (logGamma - logSum) + pn * (logSpend[group] - logSum) - logBeta);
            byP += count * n * (logSpend[group] - logSum + digammaPnQ - digammaPn);
            byQ += count * (logGamma - logSum + digammaPnQ - digammaQ);
            byGamma += count * (q / gamma - (q + pn) / sum);
        }

        private void moveTo(int n) {
            days = n;
            logBeta = Beta.logBeta(p * n, q);
            digammaPn = Gamma.digamma(p * n);
            digammaPnQ = Gamma.digamma(p * n + q);
        }

        void gradient(double[] gradient) {
            gradient[0] = p * byP;
            gradient[1] = q * byQ;
            gradient[2] = gamma * byGamma;
        }
    }
}
