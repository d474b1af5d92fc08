package io.allegiance.btyd;

import java.util.List;
import org.hipparchus.util.FastMath;

/**
 * The log-likelihood of BG/NBD and MBG/NBD over grouped summaries, with its gradient by the parameters' logarithms.
 *
 * <p>The two differ in how often a customer with x repeat purchases has had the chance to stop: n = x under BG/NBD, n = x
 * + 1 under MBG/NBD, where the first purchase is one too. With (z)ₙ the rising factorial,
 *
 * <pre>
 *   L = (r)ₓ αʳ (b)ₙ / (a + b)ₙ · [ (α + T)^-(r + x)  +  {n > 0} a / (b + n - 1) · (α + t_x)^-(r + x) ]
 * </pre>
 *
 * The bracket's first term is a customer who is alive, its second one who stopped after the last purchase.
 */
final class BetaGeometricLikelihood implements LogLikelihood {

    private final GroupedSummaries groups;
    private final int firstChances;
    private final int[] days;

    /** Looks at the groups under a model in which a customer without repeat purchase had firstChances to stop. */
    BetaGeometricLikelihood(GroupedSummaries groups, int firstChances) {
        this.groups = groups;
        this.firstChances = firstChances;
        days = groups.distinctDays();
    }

    /* Usual: one in the middle of what is seen in shops, one near steady trade; both with the observed rate.
     * Further: some stop at once and the others hardly ever, with buyers who differ or do not; and all are as likely
     * to stop. */
    static StartingPoints starts(GroupedSummaries groups) {
        double weeks = groups.ageDays() / 7.0 / groups.repeatPurchases();
        double weeksWhileAlive = groups.lastPurchaseAgeDays() / 7.0 / groups.repeatPurchases();
        return new StartingPoints(
                List.of(new double[] {0.5, 0.5 * weeks, 0.8, 2.5}, new double[] {2.0, 2.0 * weeks, 0.1, 1.0}),
                List.of(
                        new double[] {0.5, 0.5 * weeks, 0.01, 0.05},
                        new double[] {100, 100 * weeks, 0.01, 0.05},
                        new double[] {0.2, 0.2 * weeksWhileAlive, 50, 1000}));
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

    /* The groups come sorted by x, so that the rising factorials only grow. */
    private final class Sum {

        private final double r;
        private final double alpha;
        private final double a;
        private final double b;
        private final double logAlpha;
        private final double[] logAges;
        private final RisingFactorial rising;
        private final RisingFactorial survived;
        private final RisingFactorial tried;
        private int repeats = -1;
        private double logCommon;
        private double logLastDropout;
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
            logAlpha = FastMath.log(alpha);
            logAges = groups.logAges(alpha);
            rising = new RisingFactorial(r);
            survived = new RisingFactorial(b);
            tried = new RisingFactorial(a + b);
        }

        void addGroup(int group) {
            int x = groups.repeatPurchases(group);
            if (x != repeats) {
                moveTo(x);
            }
            double alive = -(r + x) * logAges[groups.ageDay(group)];
            double stopped = logLastDropout - (r + x) * logAges[groups.lastPurchaseDay(group)];
            double less = FastMath.exp(-Math.abs(alive - stopped));
            double both = Math.max(alive, stopped) + AccurateLogs.log1p(less);
            value += groups.count(group) * (logCommon + both);
            addGradient(group, (stopped > alive ? 1 : less) / (1 + less));
        }

        private void moveTo(int x) {
            repeats = x;
            int n = x + firstChances;
            rising.advanceTo(x);
            survived.advanceTo(n);
            tried.advanceTo(n);
            logCommon = rising.log() + r * logAlpha + survived.log() - tried.log();
            logLastDropout = n == 0 ? Double.NEGATIVE_INFINITY : FastMath.log(a / (b + n - 1));
        }

        /* q: how likely this customer has stopped */
        private void addGradient(int group, double q) {
            int n = repeats + firstChances;
            long count = groups.count(group);
            int ageDay = groups.ageDay(group);
            int lastDay = groups.lastPurchaseDay(group);
            byR += count * (rising.derivative() + logAlpha - (1 - q) * logAges[ageDay] - q * logAges[lastDay]);
            double age = alpha + PurchaseSummary.weeks(days[ageDay]);
            double last = alpha + PurchaseSummary.weeks(days[lastDay]);
            byAlpha += count * (r / alpha - (r + repeats) * ((1 - q) / age + q / last));
            byA += count * (q / a - tried.derivative());
            byB += count * (survived.derivative() - tried.derivative() - (n == 0 ? 0 : q / (b + n - 1)));
        }

        void gradient(double[] gradient) {
            gradient[0] = r * byR;
            gradient[1] = alpha * byAlpha;
            gradient[2] = a * byA;
            gradient[3] = b * byB;
        }
    }
}
