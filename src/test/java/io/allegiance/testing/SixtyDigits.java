package io.allegiance.testing;

import static java.math.BigDecimal.ONE;
import static java.math.BigDecimal.ZERO;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The functions that the published formulas are written in, to sixty digits. One customer's formulas ask several times for the
 * same values, so the newest are kept.
 */
final class SixtyDigits {

    static final MathContext DIGITS = new MathContext(60);

    private static final BigDecimal DAYS_PER_WEEK = BigDecimal.valueOf(7);
    private static final BigDecimal NEGLIGIBLE = BigDecimal.ONE.scaleByPowerOfTen(-55);

    private static final int KEPT = 64;

    private static final Map<List<BigDecimal>, BigDecimal> NEWEST = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<List<BigDecimal>, BigDecimal> eldest) {
            return size() > KEPT;
        }
    });

    private SixtyDigits() {}

    /** ₂F₁(s, b; c; w) as its plain series, 0 ≤ w < 1. */
    static BigDecimal hypergeometric(BigDecimal s, BigDecimal b, BigDecimal c, BigDecimal w) {
        return NEWEST.computeIfAbsent(List.of(s, b, c, w), any -> series(s, b, c, w));
    }

    private static BigDecimal series(BigDecimal s, BigDecimal b, BigDecimal c, BigDecimal w) {
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

    static BigDecimal power(BigDecimal base, BigDecimal exponent) {
        return NEWEST.computeIfAbsent(
                List.of(base, exponent), any -> exponential(logarithm(base).multiply(exponent, DIGITS)));
    }

    static BigDecimal logarithm(BigDecimal value) {
        int exponent = value.precision() - value.scale();
        BigDecimal log = exact(Math.log(value.movePointLeft(exponent).doubleValue()) + exponent * Math.log(10));
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

    static BigDecimal weeks(int days) {
        return BigDecimal.valueOf(days).divide(DAYS_PER_WEEK, DIGITS);
    }

    static BigDecimal exact(double value) {
        return new BigDecimal(value);
    }
}
