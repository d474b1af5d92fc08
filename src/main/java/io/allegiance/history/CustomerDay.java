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
 * @param discountKnownLines PURCHASE lines whose discount is known; all of a transaction with a discount among its lines
 * @param fullPriceLines PURCHASE lines whose discount is known to be 0; none of such a transaction
 * @param receipts hashes of the transactions with a PURCHASE line
 * @param returned what the RETURN lines are
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
        Keys receipts,
        DayReturns returned,
        List<ProductDay> products) {

    public CustomerDay {
        products = List.copyOf(products);
    }

    /** Returns whether the day is a purchase day. Returns never take an occasion away. */
    public boolean isPurchaseDay() {
        return purchaseLines > 0;
    }

    /**
     * Returns what was spent before returns are taken off: purchases less discounts, in ten-thousandths of the reporting currency;
     * null where any amount of the purchases is unknown.
     */
    public @Nullable Long spend() {
        return purchaseAmount == null ? null : Long.valueOf(purchaseAmount - returned.discount());
    }

    /** The day as returns are taken off. */
    public TradeDay toTradeDay() {
        return new TradeDay(
                new HistoryDay(businessDate, isPurchaseDay(), spend(), quantity),
                receipts,
                Keys.ofNames(products.stream().map(ProductDay::product).toList()),
                returned.returns());
    }
}
