package io.allegiance.testing;

import static io.allegiance.testing.SixtyDigits.DIGITS;
import static io.allegiance.testing.SixtyDigits.exact;
import static io.allegiance.testing.SixtyDigits.hypergeometric;
import static io.allegiance.testing.SixtyDigits.power;
import static io.allegiance.testing.SixtyDigits.weeks;
import static java.math.BigDecimal.ONE;

import java.math.BigDecimal;

/**
 * The published formulas of BG/NBD, MBG/NBD, Pareto/NBD and Gamma-Gamma a second time, word for word and in sixty digits, to check the
 * project's own numbers against. It shares nothing with the project's code, and is slow. Ages and horizons are in days.
 */
public final class PublishedFormulas {

    private static final BigDecimal NUDGE = BigDecimal.ONE.scaleByPowerOfTen(-20);

    private PublishedFormulas() {}

    /** What a purchase model says of a customer, under its published formulas. */
    public interface Answers {

        /** P(alive | x, t_x, T). */
        double probabilityAlive(int x, int lastPurchaseAgeDays, int ageDays);

        /** P(no purchase day in (T, T + H]). */
        double churnProbability(int x, int lastPurchaseAgeDays, int ageDays, int horizonDays);

        /** E[N]. */
        double expectedPurchases(int x, int lastPurchaseAgeDays, int ageDays, int horizonDays);

        /** E[N] / P(N ≥ 1). */
        double expectedPurchasesGivenAny(int x, int ageDays, int horizonDays);
    }

    /** BG/NBD: Fader, Hardie and Lee (2005), "'Counting Your Customers' the Easy Way". */
    public static BetaGeometric bgNbd(double r, double alpha, double a, double b) {
        return new BetaGeometric(exact(r), exact(alpha), awayFromOne(exact(a)), exact(b), 0);
    }

    /** MBG/NBD: Batislam, Denizel and Filiztekin (2007). */
    public static BetaGeometric mbgNbd(double r, double alpha, double a, double b) {
        return new BetaGeometric(exact(r), exact(alpha), awayFromOne(exact(a)), exact(b), 1);
    }

    /** Pareto/NBD: Schmittlein, Morrison and Colombo (1987). */
    public static PublishedPareto paretoNbd(double r, double alpha, double s, double beta) {
        return new PublishedPareto(exact(r), exact(alpha), awayFromOne(exact(s)), exact(beta));
    }

    /** Gamma-Gamma: Fader and Hardie (2013), E(M | p, q, γ, m_x, x) as the weighted average of their equation 5. */
    public static double expectedSpend(double p, double q, double gamma, int days, double meanSpend) {
        BigDecimal exactP = exact(p);
        BigDecimal beforeP = exact(q).subtract(ONE);
        BigDecimal total = exactP.multiply(exact(days)).add(beforeP);
        if (days == 0) {
            return exact(gamma).multiply(exactP).divide(beforeP, DIGITS).doubleValue();
        }
        BigDecimal prior = beforeP.signum() == 0
                ? exact(gamma).multiply(exactP).divide(total, DIGITS)
                : beforeP.divide(total, DIGITS)
                        .multiply(exact(gamma).multiply(exactP).divide(beforeP, DIGITS));
        BigDecimal own = exactP.multiply(exact(days)).divide(total, DIGITS).multiply(exact(meanSpend));
        return prior.add(own).doubleValue();
    }

    /** The formulas of BG/NBD (firstChances 0) and MBG/NBD (firstChances 1). */
    public record BetaGeometric(BigDecimal r, BigDecimal alpha, BigDecimal a, BigDecimal b, int firstChances)
            implements Answers {

        /** P(alive | x, t_x, T). */
        @Override
        public double probabilityAlive(int x, int lastPurchaseAgeDays, int ageDays) {
            return alive(x, lastPurchaseAgeDays, ageDays).doubleValue();
        }

        /** 1 - P(alive) (1 - ((α + T) / (α + T + H))^(r + x)). */
        @Override
        public double churnProbability(int x, int lastPurchaseAgeDays, int ageDays, int horizonDays) {
            BigDecimal any = ONE.subtract(quiet(x, ageDays, horizonDays));
            return ONE.subtract(alive(x, lastPurchaseAgeDays, ageDays).multiply(any, DIGITS))
                    .doubleValue();
        }

        /** Fader, Hardie and Lee (2005), equation 10, with b + x + 1 for b + x under MBG/NBD. */
        @Override
        public double expectedPurchases(int x, int lastPurchaseAgeDays, int ageDays, int horizonDays) {
            return alive(x, lastPurchaseAgeDays, ageDays)
                    .multiply(expectedWhileAlive(x, ageDays, horizonDays), DIGITS)
                    .doubleValue();
        }

        /** From which P(alive) has gone. */
        @Override
        public double expectedPurchasesGivenAny(int x, int ageDays, int horizonDays) {
            return expectedWhileAlive(x, ageDays, horizonDays)
                    .divide(ONE.subtract(quiet(x, ageDays, horizonDays)), DIGITS)
                    .doubleValue();
        }

        private BigDecimal alive(int x, int lastPurchaseAgeDays, int ageDays) {
            if (x + firstChances == 0) {
                return ONE;
            }
            BigDecimal ratio = alpha.add(weeks(ageDays)).divide(alpha.add(weeks(lastPurchaseAgeDays)), DIGITS);
            BigDecimal odds = a.divide(b.add(exact(x + firstChances - 1)), DIGITS)
                    .multiply(power(ratio, r.add(exact(x))), DIGITS);
            return ONE.divide(ONE.add(odds), DIGITS);
        }

        private BigDecimal quiet(int x, int ageDays, int horizonDays) {
            BigDecimal age = alpha.add(weeks(ageDays));
            return power(age.divide(age.add(weeks(horizonDays)), DIGITS), r.add(exact(x)));
        }

        private BigDecimal expectedWhileAlive(int x, int ageDays, int horizonDays) {
            BigDecimal survivals = b.add(exact(x + firstChances));
            BigDecimal c = a.add(survivals).subtract(ONE);
            BigDecimal horizon = weeks(horizonDays);
            BigDecimal w = horizon.divide(alpha.add(weeks(ageDays)).add(horizon), DIGITS);
            BigDecimal series = hypergeometric(r.add(exact(x)), survivals, c, w);
            return c.divide(a.subtract(ONE), DIGITS)
                    .multiply(ONE.subtract(quiet(x, ageDays, horizonDays).multiply(series, DIGITS)), DIGITS);
        }
    }

    /* At a = 1 equation 10 is 0 / 0: a step of 10⁻²⁰ aside leaves forty digits. */
    private static BigDecimal awayFromOne(BigDecimal a) {
        return a.subtract(ONE).abs().compareTo(NUDGE) < 0 ? a.add(NUDGE) : a;
    }
}
