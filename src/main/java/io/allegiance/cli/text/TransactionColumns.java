package io.allegiance.cli.text;

import io.allegiance.intake.line.Column;
import java.util.List;

/** The columns of a file of transactions, for a person who makes one. */
final class TransactionColumns {

    /** Required ones first. */
    static final List<ColumnGuide.Row> ROWS = List.of(
            new ColumnGuide.Row(Column.CUSTOMER_ID, "up to 64 characters; blank for an anonymous sale: C17"),
            new ColumnGuide.Row(Column.OCCURRED_AT, "2025-12-31, 2025-12-31 17:05:00 or 2025-12-31T17:05:00+01:00"),
            new ColumnGuide.Row(Column.AMOUNT, "of the line, a dot for the decimals; blank for unknown: 29.33"),
            new ColumnGuide.Row(Column.TYPE, "PURCHASE or RETURN; without it a negative amount is a return"),
            new ColumnGuide.Row(Column.TRANSACTION_ID, "the receipt; without it each line is one of its own: T1001"),
            new ColumnGuide.Row(Column.LINE_KEY, "the line on the receipt; without it the content tells: 1"),
            new ColumnGuide.Row(Column.LINE_NUMBER, "read as line_key where that is missing"),
            new ColumnGuide.Row(Column.CURRENCY, "ISO 4217; blank for the reporting currency: GBP"),
            new ColumnGuide.Row(Column.QUANTITY, "how many: 2"),
            new ColumnGuide.Row(Column.DISCOUNT, "how much less than the full price was paid: 3.50"),
            new ColumnGuide.Row(Column.CATEGORY, "up to 64 characters: Tea"),
            new ColumnGuide.Row(Column.PRODUCT, "up to 64 characters: Assam 250 g"),
            new ColumnGuide.Row(Column.CATEGORY_OR_SKU, "read as category and product where they are missing"),
            new ColumnGuide.Row(Column.STORE, "up to 64 characters: Berlin"),
            new ColumnGuide.Row(Column.CHANNEL, "up to 64 characters: web"));

    static final List<String> EXAMPLE = List.of(
            "customer_id,occurred_at,amount,type,transaction_id,category",
            "C17,2025-12-31 17:05:00,29.33,PURCHASE,T1001,Tea",
            ",2025-12-31 17:20:00,4.00,PURCHASE,T1002,Tea");

    private TransactionColumns() {}
}
