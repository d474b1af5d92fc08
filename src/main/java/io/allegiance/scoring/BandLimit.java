package io.allegiance.scoring;

import io.allegiance.decimal.FixedPoint;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a churn band begins, as the configuration has it: at a fixed churn probability, or such that the band and those above
 * it hold a share of the customers.
 *
 * @param isShare whether it is a share of the customers
 * @param millionths the least churn probability of the band, or the share; above 0, below 1,000,000
 */
public record BandLimit(boolean isShare, long millionths) {

    private static final long ONE = 1_000_000;
    private static final int PERCENT = 100;
    private static final FixedPoint PERCENTAGE = new FixedPoint(4, 10 * ONE);
    private static final Pattern SHARE = Pattern.compile("top +([0-9]{1,3}(?:\\.[0-9]{1,4})?) *%");

    public BandLimit {
        if (millionths <= 0 || millionths >= ONE) {
            throw new IllegalArgumentException("must be above 0 and below %s; was %s"
                    .formatted(isShare ? "100 %" : "1", text(isShare, millionths)));
        }
    }

    /** A fixed churn probability, rounded to six decimals. */
    public static BandLimit fixed(double probability) {
        return new BandLimit(false, FixedPoint.round(probability, FixedPoint.PROBABILITY));
    }

    /**
     * Reads a limit: a number such as {@code 0.7}, or {@code top 20 %}, with up to four decimals.
     *
     * @throws IllegalArgumentException with the end of a sentence that begins with the key
     */
    public static BandLimit parse(String text) {
        Matcher share = SHARE.matcher(text.strip());
        if (share.matches()) {
            return new BandLimit(true, PERCENTAGE.parse(share.group(1)));
        }
        try {
            return fixed(Double.parseDouble(text.strip()));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "must be a churn probability such as 0.7, or a share such as 'top 20 %'; was '" + text + "'", e);
        }
    }

    /** The limit as the configuration writes it: {@code 0.7} or {@code top 20 %}. */
    public String text() {
        return text(isShare, millionths);
    }

    private static String text(boolean isShare, long millionths) {
        String number = FixedPoint.decimal(isShare ? millionths * PERCENT : millionths, FixedPoint.PROBABILITY)
                .stripTrailingZeros()
                .toPlainString();
        return isShare ? "top " + number + " %" : number;
    }
}
