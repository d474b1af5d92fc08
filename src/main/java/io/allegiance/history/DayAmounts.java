package io.allegiance.history;

import io.allegiance.intake.line.TransactionLine;
import io.allegiance.intake.line.TransactionType;
import io.allegiance.purchase.Money;
import org.jspecify.annotations.Nullable;

/** The sums of one customer's lines of one day: all that a history asks of the day. One unknown makes a sum unknown. */
final class DayAmounts {

    private int purchaseLines;
    private int returnLines;
    private long purchaseAmount;
    private long returnAmount;
    private long quantity;

    void addLine(TransactionLine line) {
        if (line.type() == TransactionType.PURCHASE) {
            purchaseLines++;
            purchaseAmount = plus(purchaseAmount, line.amount());
            quantity = plus(quantity, line.quantity());
        } else {
            returnLines++;
            returnAmount = plus(returnAmount, line.amount());
        }
    }

    /**
     * A sum of two, each of which is 0 or more, or unknown. One beyond {@link Money#LARGEST_OF_DAY} is unknown, whatever the order in
     * which its parts come.
     */
    static long plus(long sum, long value) {
        return sum == Money.UNKNOWN || value == Money.UNKNOWN || value > Money.LARGEST_OF_DAY - sum
                ? Money.UNKNOWN
                : sum + value;
    }

    /** Returns a sum; null where it is unknown. */
    private static @Nullable Long known(long sum) {
        return sum == Money.UNKNOWN ? null : sum;
    }

    int purchaseLines() {
        return purchaseLines;
    }

    int returnLines() {
        return returnLines;
    }

    @Nullable
    Long purchaseAmount() {
        return known(purchaseAmount);
    }

    @Nullable
    Long returnAmount() {
        return known(returnAmount);
    }

    /** Of the purchases; null without one. */
    @Nullable
    Long quantity() {
        return purchaseLines == 0 ? null : known(quantity);
    }
}
