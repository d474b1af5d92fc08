package io.allegiance.history.store;

import io.allegiance.history.CustomerDay;
import io.allegiance.history.ProductText;
import io.allegiance.platform.load.BulkRow;

/** A customer's day as the row of {@code customer_day} that it becomes, its hash included. */
final class DayRow {

    private static final int MONEY_DIGITS = 4;
    private static final int QUANTITY_DIGITS = 3;

    private DayRow() {}

    /** Makes the row of a day with its hash. */
    static BulkRow of(CustomerDay day, byte[] contentHash, BulkRow.Maker row) {
        return row.text(day.customerId())
                .date(day.businessDate())
                .whole(day.purchaseLines())
                .whole(day.returnLines())
                .whole(day.purchaseTransactions())
                .decimal(day.purchaseAmount(), MONEY_DIGITS)
                .decimal(day.returnAmount(), MONEY_DIGITS)
                .decimal(day.spend(), MONEY_DIGITS)
                .decimal(day.quantity(), QUANTITY_DIGITS)
                .whole(day.discountKnownLines())
                .whole(day.fullPriceLines())
                .text(ProductText.write(day.products()))
                .bytes(contentHash)
                .endRow();
    }
}
