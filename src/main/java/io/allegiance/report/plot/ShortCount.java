package io.allegiance.report.plot;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Counts in at most five characters: 9,999 in full, from there on with three digits, such as 12.3k, 1.05M, 2.00G. */
final class ShortCount {

    private static final long FULL = 10_000;
    private static final String[] SIZES = {"k", "M", "G", "T", "P", "E"};

    private ShortCount() {}

    static String of(long count) {
        if (count < FULL) {
            return String.format(Locale.ROOT, "%,d", count);
        }
        BigDecimal rounded = BigDecimal.valueOf(count).round(new MathContext(3, RoundingMode.HALF_EVEN));
        int thousands = (rounded.precision() - rounded.scale() - 1) / 3;
        BigDecimal short3 = rounded.movePointLeft(3 * thousands);
        return short3.setScale(3 - short3.precision() + short3.scale(), RoundingMode.UNNECESSARY)
                        .toPlainString()
                + SIZES[thousands - 1];
    }
}
