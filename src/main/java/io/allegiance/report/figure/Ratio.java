package io.allegiance.report.figure;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Quotients of exact sums, rounded once, half to even. */
public final class Ratio {

    /** Digits after the point of shares and of other numbers without a unit. */
    public static final int SHARE = 6;

    private Ratio() {}

    /** Divides; null where there is nothing to divide by. */
    public static @Nullable BigDecimal of(BigDecimal part, BigDecimal whole, int digits) {
        return whole.signum() == 0 ? null : part.divide(whole, digits, RoundingMode.HALF_EVEN);
    }

    /** The share of a sum in another of the same units; null where the other is 0. */
    public static @Nullable BigDecimal share(BigInteger part, BigInteger whole) {
        return of(new BigDecimal(part), new BigDecimal(whole), SHARE);
    }

    /** The share of a count in another; null where the other is 0. */
    public static @Nullable BigDecimal share(long part, long whole) {
        return share(BigInteger.valueOf(part), BigInteger.valueOf(whole));
    }
}
