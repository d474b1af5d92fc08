package io.allegiance.history;

import java.math.BigDecimal;

/** An exact sum of amounts, however many and large: in a long as long as it fits one. */
final class MoneySum {

    private static final int DIGITS = 4;

    private BigDecimal sum = BigDecimal.ZERO;
    private long rest;

    /**
     * Adds an amount.
     *
     * @param units ten-thousandths of the currency, known and in range
     */
    void add(long units) {
        long next = rest + units;
        if (((rest ^ next) & (units ^ next)) < 0) {
            carry();
            next = units;
        }
        rest = next;
    }

    void add(BigDecimal amount) {
        sum = sum.add(amount);
    }

    BigDecimal toDecimal() {
        carry();
        return sum;
    }

    private void carry() {
        sum = sum.add(BigDecimal.valueOf(rest, DIGITS));
        rest = 0;
    }
}
