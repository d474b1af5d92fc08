package io.allegiance.decimal;

import java.math.BigInteger;

/** A sum of whole units that never rounds and never overflows: the order of what is added leaves no trace. */
public final class ExactSum {

    private long recent;
    private BigInteger former = BigInteger.ZERO;

    /** Adds units, such as ten-thousandths of money. */
    public void addUnits(long units) {
        long sum = recent + units;
        boolean overflows = ((recent ^ sum) & (units ^ sum)) < 0;
        if (overflows) {
            former = former.add(BigInteger.valueOf(recent));
            recent = units;
        } else {
            recent = sum;
        }
    }

    /** Adds another sum. */
    public void addUnits(BigInteger units) {
        former = former.add(units);
    }

    /** Returns the units so far. */
    public BigInteger total() {
        return former.add(BigInteger.valueOf(recent));
    }
}
