package io.allegiance.history.store;

import io.allegiance.decimal.FixedPoint;
import io.allegiance.history.CustomerDay;
import io.allegiance.history.ProductText;
import io.allegiance.history.ReturnText;
import io.allegiance.platform.load.BulkRow;

/** A customer's day as the row of {@code customer_day} that it becomes, its hash included. */
final class DayRow {

    private DayRow() {}

    /** Makes the row of a day with its hash. */
    static BulkRow of(CustomerDay day, byte[] contentHash, BulkRow.Maker row) {
        return row.text(day.customerId())
                .date(day.businessDate())
                .whole(day.purchaseLines())
                .whole(day.returnLines())
                .whole(day.purchaseTransactions())
                .decimal(day.purchaseAmount(), FixedPoint.MONEY)
                .decimal(day.returnAmount(), FixedPoint.MONEY)
                .decimal(day.spend(), FixedPoint.MONEY)
                .decimal(day.quantity(), FixedPoint.QUANTITY)
                .whole(day.discountKnownLines())
                .whole(day.fullPriceLines())
                .text(ProductText.write(day.products()))
                .bytes(day.receipts().toBytes())
                .text(ReturnText.write(day.returned().returns()))
                .bytes(contentHash)
                .endRow();
    }
}
