package io.allegiance.testing;

import static io.allegiance.testing.SixtyDigits.DIGITS;
import static io.allegiance.testing.SixtyDigits.exact;
import static io.allegiance.testing.SixtyDigits.hypergeometric;
import static io.allegiance.testing.SixtyDigits.logarithm;
import static io.allegiance.testing.SixtyDigits.power;
import static io.allegiance.testing.SixtyDigits.weeks;
import static java.math.BigDecimal.ONE;

import java.math.BigDecimal;

/**
 * The formulas of Pareto/NBD with their ₂F₁: Schmittlein, Morrison and Colombo (1987), as in Fader and Hardie (2005), "A
 * Note on Deriving the Pareto/NBD Model and Related Expressions".
 */
public record PublishedPareto(BigDecimal r, BigDecimal alpha, BigDecimal s, BigDecimal beta)
        implements PublishedFormulas.Answers {

    /** ln L(r, α, s, β | x, t_x, T). */
    public double logLikelihood(int x, int lastPurchaseAgeDays, int ageDays) {
        BigDecimal product = ONE;
        for (int i = 0; i < x; i++) {
            product = product.multiply(r.add(exact(i)), DIGITS);
        }
        BigDecimal alive = density(x, ageDays);
        BigDecimal stopped = share(x).multiply(a0(x, lastPurchaseAgeDays, ageDays), DIGITS);
        BigDecimal common = product.multiply(power(alpha, r), DIGITS).multiply(power(beta, s), DIGITS);
        return logarithm(common.multiply(alive.add(stopped, DIGITS), DIGITS)).doubleValue();
    }

    /** {1 + s / (r + s + x) (α + T)^(r + x) (β + T)^s A₀}⁻¹. */
    @Override
    public double probabilityAlive(int x, int lastPurchaseAgeDays, int ageDays) {
        return alive(x, lastPurchaseAgeDays, ageDays).doubleValue();
    }

    /** 1 - P(alive) + P(alive) · P(no purchase day in (T, T + H] | alive), the integral in the same ₂F₁. */
    @Override
    public double churnProbability(int x, int lastPurchaseAgeDays, int ageDays, int horizonDays) {
        BigDecimal any = ONE.subtract(quiet(x, ageDays, horizonDays));
        return ONE.subtract(alive(x, lastPurchaseAgeDays, ageDays).multiply(any, DIGITS))
                .doubleValue();
    }

    /** (r + x) (β + T) / ((α + T) (s - 1)) [1 - ((β + T) / (β + T + t))^(s - 1)] P(alive). */
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
        BigDecimal odds =
                share(x).multiply(a0(x, lastPurchaseAgeDays, ageDays), DIGITS).divide(density(x, ageDays), DIGITS);
        return ONE.divide(ONE.add(odds), DIGITS);
    }

    private BigDecimal quiet(int x, int ageDays, int horizonDays) {
        int later = ageDays + horizonDays;
        return density(x, later)
                .add(share(x).multiply(a0(x, ageDays, later), DIGITS), DIGITS)
                .divide(density(x, ageDays), DIGITS);
    }

    private BigDecimal expectedWhileAlive(int x, int ageDays, int horizonDays) {
        BigDecimal age = beta.add(weeks(ageDays));
        BigDecimal before = s.subtract(ONE);
        BigDecimal ratio = age.divide(age.add(weeks(horizonDays)), DIGITS);
        return r.add(exact(x))
                .multiply(age)
                .divide(alpha.add(weeks(ageDays)).multiply(before), DIGITS)
                .multiply(ONE.subtract(power(ratio, before)), DIGITS);
    }

    /* (α + T)^-(r + x) (β + T)^-s */
    private BigDecimal density(int x, int ageDays) {
        return ONE.divide(
                power(alpha.add(weeks(ageDays)), r.add(exact(x))).multiply(power(beta.add(weeks(ageDays)), s), DIGITS),
                DIGITS);
    }

    private BigDecimal share(int x) {
        return s.divide(r.add(s).add(exact(x)), DIGITS);
    }

    private BigDecimal a0(int x, int from, int to) {
        return a0(x, from).subtract(a0(x, to));
    }

    private BigDecimal a0(int x, int ageDays) {
        boolean alphaIsGreater = alpha.compareTo(beta) >= 0;
        BigDecimal greater = alphaIsGreater ? alpha : beta;
        BigDecimal second = alphaIsGreater ? s.add(ONE) : r.add(exact(x));
        BigDecimal all = r.add(s).add(exact(x));
        BigDecimal age = greater.add(weeks(ageDays));
        BigDecimal w = alpha.subtract(beta).abs().divide(age, DIGITS);
        return hypergeometric(all, second, all.add(ONE), w).divide(power(age, all), DIGITS);
    }
}
