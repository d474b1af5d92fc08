package io.allegiance.history;

import io.allegiance.hash.HashedForm;
import io.allegiance.purchase.Money;
import org.jspecify.annotations.Nullable;

/**
 * The 128-bit hash of a customer's day and its products, by which a day that is read again is known to be unchanged.
 * MD5, because it is short, fast and in every JDK; nothing secret hangs on it.
 */
public final class DayHash {

    private final HashedForm form = new HashedForm(1_024);

    /** Computes the 16 bytes. */
    public byte[] of(CustomerDay day) {
        form.number(day.purchaseLines())
                .number(day.returnLines())
                .number(day.purchaseTransactions())
                .number(orUnknown(day.purchaseAmount()))
                .number(orUnknown(day.returnAmount()))
                .number(orUnknown(day.quantity()))
                .number(day.discountKnownLines())
                .number(day.fullPriceLines());
        appendReturned(day.returned());
        day.receipts().forEach(form::number);
        day.products().forEach(this::appendProduct);
        return form.hash();
    }

    private void appendReturned(DayReturns returned) {
        form.number(returned.discount()).number(returned.returns().size());
        for (ReturnSum sum : returned.returns()) {
            form.number(sum.transaction()).number(sum.product()).number(sum.amount());
        }
    }

    private void appendProduct(ProductDay product) {
        form.text(product.product())
                .text(product.category())
                .number(product.purchaseLines())
                .number(product.purchaseAmount())
                .number(product.quantity());
    }

    private static long orUnknown(@Nullable Long value) {
        return value == null ? Money.UNKNOWN : value;
    }
}
