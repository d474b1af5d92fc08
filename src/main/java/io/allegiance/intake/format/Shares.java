package io.allegiance.intake.format;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Parts an amount in proportion to weights, exactly: each share is cut off after ten-thousandths, and the rest goes to
 * the row with the largest weight, the first of equal ones. Without any weight the shares are equal.
 */
final class Shares {

    private static final int DECIMALS = 4;

    private Shares() {}

    /** Returns a share for each weight; none is known where the amount or a weight is not. */
    static List<Figure> of(Figure total, List<Figure> weights) {
        BigDecimal amount = total.value();
        if (amount == null) {
            return Collections.nCopies(weights.size(), total);
        }
        List<BigDecimal> known = new ArrayList<>();
        for (Figure weight : weights) {
            if (weight.value() == null) {
                return Collections.nCopies(weights.size(), weight);
            }
            known.add(weight.value());
        }
        return part(amount, known);
    }

    private static List<Figure> part(BigDecimal amount, List<BigDecimal> weights) {
        BigDecimal sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal rest = amount;
        List<BigDecimal> parts = new ArrayList<>();
        for (BigDecimal weight : weights) {
            BigDecimal part = sum.signum() == 0
                    ? amount.divide(BigDecimal.valueOf(weights.size()), DECIMALS, RoundingMode.DOWN)
                    : amount.multiply(weight).divide(sum, DECIMALS, RoundingMode.DOWN);
            parts.add(part);
            rest = rest.subtract(part);
        }
        int largest = weights.indexOf(Collections.max(weights));
        parts.set(largest, parts.get(largest).add(rest));
        return parts.stream().map(Figure::of).toList();
    }
}
