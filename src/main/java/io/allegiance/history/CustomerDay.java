package io.allegiance.history;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A customer's lines of one business date, summed: a function of the lines of that day alone, independent of their
 * order.
 *
 * @param customerId never blank
 * @param businessDate the accounting day
 * @param purchaseLines number of PURCHASE lines; the day is a purchase day when there is one
 * @param returnLines number of RETURN lines
 * @param purchaseTransactions number of distinct receipts with a PURCHASE line
 * @param purchaseAmount ten-thousandths of the reporting currency; null where any amount of the purchases is unknown
 * @param returnAmount the same for the returns
 * @param quantity thousandths, of the purchases; null where any is unknown
 * @param discountKnownLines PURCHASE lines whose discount is known
 * @param fullPriceLines PURCHASE lines whose discount is known to be 0
 * @param products in order of product and category; empty where nothing was bought
 */
public record CustomerDay(
        String customerId,
        LocalDate businessDate,
        int purchaseLines,
        int returnLines,
        int purchaseTransactions,
        @Nullable Long purchaseAmount,
        @Nullable Long returnAmount,
        @Nullable Long quantity,
        int discountKnownLines,
        int fullPriceLines,
        List<ProductDay> products) {

    public CustomerDay {
        products = List.copyOf(products);
    }

    /** Returns whether the day is a purchase day. Returns never take an occasion away. */
    public boolean isPurchaseDay() {
        return purchaseLines > 0;
    }

    /**
     * Returns the day's spend: purchases less the returns of the same day, at least 0, in ten-thousandths of the
     * reporting currency; null where any amount of the day is unknown.
     */
    public @Nullable Long spend() {
        return spend(purchaseAmount, returnAmount);
    }

    static @Nullable Long spend(@Nullable Long purchases, @Nullable Long returns) {
        return purchases == null || returns == null ? null : Math.max(0, Math.subtractExact(purchases, returns));
    }
}
