package io.allegiance.testing;

import static java.math.BigDecimal.ONE;
import static java.math.BigDecimal.ZERO;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * The published formulas of BG/NBD, MBG/NBD and Gamma-Gamma a second time, word for word and in sixty digits, to check the
 * project's own numbers against. It shares nothing with the project's code, and is slow. Ages and horizons are in days.
 */
public final class PublishedFormulas {

    private static final MathContext DIGITS = new MathContext(60);
    private static final BigDecimal DAYS_PER_WEEK = BigDecimal.valueOf(7);
    private static final BigDecimal NEGLIGIBLE = BigDecimal.ONE.scaleByPowerOfTen(-55);
    private static final BigDecimal NUDGE = BigDecimal.ONE.scaleByPowerOfTen(-20);

    private PublishedFormulas() {}

    /** BG/NBD: Fader, Hardie and Lee (2005), "'Counting Your Customers' the Easy Way". */
    public static BetaGeometric bgNbd(double r, double alpha, double a, double b) {
        return new BetaGeometric(exact(r), exact(alpha), awayFromOne(exact(a)), exact(b), 0);
    }

    /** MBG/NBD: Batislam, Denizel and Filiztekin (2007). */
    public static BetaGeometric mbgNbd(double r, double alpha, double a, double b) {
        return new BetaGeometric(exact(r), exact(alpha), awayFromOne(exact(a)), exact(b), 1);
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
    public record BetaGeometric(BigDecimal r, BigDecimal alpha, BigDecimal a, BigDecimal b, int firstChances) {

        /** P(alive | x, t_x, T). */
        public double probabilityAlive(int x, int lastPurchaseAgeDays, int ageDays) {
            return alive(x, lastPurchaseAgeDays, ageDays).doubleValue();
        }

        /** 1 - P(alive) (1 - ((α + T) / (α + T + H))^(r + x)). */
        public double churnProbability(int x, int lastPurchaseAgeDays, int ageDays, int horizonDays) {
            BigDecimal any = ONE.subtract(quiet(x, ageDays, horizonDays));
            return ONE.subtract(alive(x, lastPurchaseAgeDays, ageDays).multiply(any, DIGITS))
                    .doubleValue();
        }

        /** Fader, Hardie and Lee (2005), equation 10, with b + x + 1 for b + x under MBG/NBD. */
        public double expectedPurchases(int x, int lastPurchaseAgeDays, int ageDays, int horizonDays) {
            return alive(x, lastPurchaseAgeDays, ageDays)
                    .multiply(expectedWhileAlive(x, ageDays, horizonDays), DIGITS)
                    .doubleValue();
        }

        /** E[N] / P(N ≥ 1), from which P(alive) has gone. */
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

    /** ₂F₁(s, b; c; w) as its plain series, 0 ≤ w < 1. */
    private static BigDecimal hypergeometric(BigDecimal s, BigDecimal b, BigDecimal c, BigDecimal w) {
        BigDecimal term = ONE;
        BigDecimal sum = ONE;
        BigDecimal left = ONE.subtract(w).multiply(NEGLIGIBLE);
        BigDecimal before = ZERO;
        for (int k = 0;
                k < 3 || growing(term, before) || term.abs().compareTo(sum.abs().multiply(left)) > 0;
                k++) {
            BigDecimal step = exact(k);
            before = term;
            term = term.multiply(s.add(step), DIGITS)
                    .multiply(b.add(step), DIGITS)
                    .multiply(w, DIGITS)
                    .divide(c.add(step).multiply(exact(k + 1)), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        return sum;
    }

    private static boolean growing(BigDecimal term, BigDecimal before) {
        return term.abs().compareTo(before.abs()) >= 0;
    }

    private static BigDecimal power(BigDecimal base, BigDecimal exponent) {
        return exponential(logarithm(base).multiply(exponent, DIGITS));
    }

    private static BigDecimal logarithm(BigDecimal value) {
        BigDecimal log = exact(Math.log(value.doubleValue()));
        for (int i = 0; i < 3; i++) {
            BigDecimal power = exponential(log);
            log = log.add(value.subtract(power).multiply(exact(2)).divide(value.add(power), DIGITS), DIGITS);
        }
        return log;
    }

    /* e^v = (e^(v / 2^k))^(2^k), the inner one by its Taylor series. */
    private static BigDecimal exponential(BigDecimal value) {
        MathContext more = new MathContext(80);
        int halvings = Math.max(0, Math.getExponent(value.doubleValue()) + 12);
        BigDecimal small = value.divide(exact(2).pow(halvings), more);
        BigDecimal term = ONE;
        BigDecimal sum = ONE;
        for (int k = 1; k <= 25; k++) {
            term = term.multiply(small, more).divide(exact(k), more);
            sum = sum.add(term, more);
        }
        for (int i = 0; i < halvings; i++) {
            sum = sum.multiply(sum, more);
        }
        return sum.round(DIGITS);
    }

    /* At a = 1 equation 10 is 0 / 0: a step of 10⁻²⁰ aside leaves forty digits. */
    private static BigDecimal awayFromOne(BigDecimal a) {
        return a.subtract(ONE).abs().compareTo(NUDGE) < 0 ? a.add(NUDGE) : a;
    }

    private static BigDecimal weeks(int days) {
        return BigDecimal.valueOf(days).divide(DAYS_PER_WEEK, DIGITS);
    }

    private static BigDecimal exact(double value) {
        return new BigDecimal(value);
    }
}
