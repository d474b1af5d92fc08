package io.allegiance.btyd;

import java.util.List;
import org.hipparchus.special.Beta;
import org.hipparchus.special.Gamma;
import org.hipparchus.util.FastMath;

/** The log-likelihood of MBG/NBD as it is published, customer by customer; what is the same for all is computed once. */
record PlainMbgNbdLikelihood(List<PurchaseSummary> customers) implements LogLikelihood {

    @Override
    public double valueAndGradient(double[] logParameters, double[] gradient) {
        Sum sum = new Sum(logParameters);
        customers.forEach(sum::add);
        gradient[0] = sum.r * sum.byR;
        gradient[1] = sum.alpha * sum.byAlpha;
        gradient[2] = sum.a * sum.byA;
        gradient[3] = sum.b * sum.byB;
        return sum.value;
    }

    private static final class Sum {

        private final double r;
        private final double alpha;
        private final double a;
        private final double b;
        private final double common;
        private final double digammaB;
        private final double digammaR;
        private final double digammaAll;
        private double value;
        private double byR;
        private double byAlpha;
        private double byA;
        private double byB;

        Sum(double[] logParameters) {
            r = FastMath.exp(logParameters[0]);
            alpha = FastMath.exp(logParameters[1]);
            a = FastMath.exp(logParameters[2]);
            b = FastMath.exp(logParameters[3]);
            common = r * FastMath.log(alpha) - Gamma.logGamma(r) - Beta.logBeta(a, b);
            digammaR = Gamma.digamma(r) - FastMath.log(alpha);
            digammaB = Gamma.digamma(b);
            digammaAll = Gamma.digamma(a + b);
        }

        void add(PurchaseSummary customer) {
            int x = customer.repeatPurchases();
            double age = alpha + customer.ageWeeks();
            double last = alpha + customer.lastPurchaseAgeWeeks();
            double logAge = FastMath.log(age);
            double logLast = FastMath.log(last);
            double survived = Beta.logBeta(a, b + x + 1);
            double alive = survived - (r + x) * logAge;
            double stopped = survived + FastMath.log(a / (b + x)) - (r + x) * logLast;
            double less = FastMath.exp(-Math.abs(alive - stopped));
            double q = (stopped > alive ? 1 : less) / (1 + less);
            double tried = Gamma.digamma(a + b + x + 1) - digammaAll;
            value += common + Gamma.logGamma(r + x) + Math.max(alive, stopped) + FastMath.log1p(less);
            byR += Gamma.digamma(r + x) - digammaR - (1 - q) * logAge - q * logLast;
            byAlpha += r / alpha - (r + x) * ((1 - q) / age + q / last);
            byA += q / a - tried;
            byB += Gamma.digamma(b + x + 1) - digammaB - q / (b + x) - tried;
        }
    }
}
