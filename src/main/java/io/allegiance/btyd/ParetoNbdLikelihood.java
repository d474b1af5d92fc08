package io.allegiance.btyd;

import java.util.List;
import org.hipparchus.util.FastMath;

/**
 * The log-likelihood of Pareto/NBD over grouped summaries, with its gradient by the parameters' logarithms.
 *
 * <p>With (r)ₓ the rising factorial,
 *
 * <pre>
 *   L = (r)ₓ αʳ βˢ · [ (α + T)^-(r + x) (β + T)^-s  +  s ∫ (α + u)^-(r + x) (β + u)^-(s + 1) du ],   u from t_x to T
 * </pre>
 *
 * The bracket's first term is a customer who is alive, its second one who stopped at an age of u. Differentiated under
 * the integral, the gradient is a mean over the posterior of that age.
 */
final class ParetoNbdLikelihood implements LogLikelihood {

    private final GroupedSummaries groups;
    private final int[] days;

    ParetoNbdLikelihood(GroupedSummaries groups) {
        this.groups = groups;
        days = groups.distinctDays();
    }

    /* Usual: one in the middle of what is seen in shops, one near steady trade; both with the observed rate.
     * Further: some stop at once and the others hardly ever, with buyers who differ or do not. */
    static StartingPoints starts(GroupedSummaries groups) {
        double weeks = groups.ageDays() / 7.0 / groups.repeatPurchases();
        double weeksWhileAlive = groups.lastPurchaseAgeDays() / 7.0 / groups.repeatPurchases();
        double age = Math.max(1, groups.ageDays() / 7.0 / groups.customers());
        return new StartingPoints(
                List.of(new double[] {0.5, 0.5 * weeks, 0.6, 0.6 * age}, new double[] {2.0, 2.0 * weeks, 1.0, 20 * age
                }),
                List.of(
                        new double[] {0.5, 0.5 * weeks, 0.01, 0.01 * age},
                        new double[] {100, 100 * weeks, 0.01, 0.01 * age},
                        new double[] {100, 100 * weeksWhileAlive, 0.2, 0.01}));
    }

    @Override
    public double valueAndGradient(double[] logParameters, double[] gradient) {
        Sum sum = new Sum(logParameters);
        for (int group = 0; group < groups.size(); group++) {
            sum.addGroup(group);
        }
        sum.gradient(gradient);
        return sum.value;
    }

    /* The groups come sorted by x, so that the rising factorial only grows. */
    private final class Sum {

        private final double r;
        private final double alpha;
        private final double s;
        private final double beta;
        private final double logAlpha;
        private final double logBeta;
        private final double[] logAlphaAges;
        private final double[] logBetaAges;
        private final RisingFactorial rising;
        private final TwoPowerIntegral stops = new TwoPowerIntegral();
        private double value;
        private double byR;
        private double byAlpha;
        private double byS;
        private double byBeta;

        Sum(double[] logParameters) {
            r = FastMath.exp(logParameters[0]);
            alpha = FastMath.exp(logParameters[1]);
            s = FastMath.exp(logParameters[2]);
            beta = FastMath.exp(logParameters[3]);
            logAlpha = FastMath.log(alpha);
            logBeta = FastMath.log(beta);
            logAlphaAges = groups.logAges(alpha);
            logBetaAges = groups.logAges(beta);
            rising = new RisingFactorial(r);
        }

        private double weeks(int day) {
            return PurchaseSummary.weeks(days[day]);
        }

        void addGroup(int group) {
            int x = groups.repeatPurchases(group);
            int last = groups.lastPurchaseDay(group);
            int age = groups.ageDay(group);
            rising.advanceTo(x);
            double alive = -(r + x) * logAlphaAges[age] - s * logBetaAges[age];
            double stopped = Double.NEGATIVE_INFINITY;
            if (age > last) {
                double silentWeeks = PurchaseSummary.weeks(days[age] - days[last]);
                stops.integrate(alpha + weeks(last), r + x, beta + weeks(last), s + 1, silentWeeks);
                stopped = FastMath.log(s * stops.value()) - (r + x) * logAlphaAges[last] - (s + 1) * logBetaAges[last];
            }
            double less = FastMath.exp(-Math.abs(alive - stopped));
            double both = Math.max(alive, stopped) + AccurateLogs.log1p(less);
            value += groups.count(group) * (rising.log() + r * logAlpha + s * logBeta + both);
            addAlive(group, (stopped > alive ? less : 1) / (1 + less));
            if (age > last) {
                addStopped(group, (stopped > alive ? 1 : less) / (1 + less));
            }
        }

        /* share: of the customers of this group, how many are alive */
        private void addAlive(int group, double share) {
            int age = groups.ageDay(group);
            double customers = groups.count(group) * share;
            double shape = r + groups.repeatPurchases(group);
            byR += customers * (rising.derivative() + logAlpha - logAlphaAges[age]);
            byAlpha += customers * (r / alpha - shape / (alpha + weeks(age)));
            byS += customers * (logBeta - logBetaAges[age]);
            byBeta += customers * (s / beta - s / (beta + weeks(age)));
        }

        /* share: how many have stopped, at ages distributed as the integrand */
        private void addStopped(int group, double share) {
            int last = groups.lastPurchaseDay(group);
            double customers = groups.count(group) * share;
            double shape = r + groups.repeatPurchases(group);
            byR += customers * (rising.derivative() + logAlpha - logAlphaAges[last] - stops.meanLogA());
            byAlpha += customers * (r / alpha - shape * stops.meanInverseA() / (alpha + weeks(last)));
            byS += customers * (1 / s + logBeta - logBetaAges[last] - stops.meanLogB());
            byBeta += customers * (s / beta - (s + 1) * stops.meanInverseB() / (beta + weeks(last)));
        }

        void gradient(double[] gradient) {
            gradient[0] = r * byR;
            gradient[1] = alpha * byAlpha;
            gradient[2] = s * byS;
            gradient[3] = beta * byBeta;
        }
    }
}
