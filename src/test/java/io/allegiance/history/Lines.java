package io.allegiance.history;

import io.allegiance.intake.line.TransactionLine;
import io.allegiance.intake.line.TransactionType;
import io.allegiance.purchase.Money;
import java.time.LocalDate;

/** Lines of receipts to test with. */
final class Lines {

    static final LocalDate DAY = LocalDate.of(2025, 3, 1);

    private Lines() {}

    static TransactionLine purchase(String receipt, String amount, String product) {
        return line(receipt, TransactionType.PURCHASE, amount, Money.UNKNOWN, product);
    }

    static TransactionLine purchase(String receipt, String amount, String discount, String product) {
        return line(receipt, TransactionType.PURCHASE, amount, Money.parse(discount), product);
    }

    static TransactionLine returned(String amount) {
        return returned("R", amount);
    }

    static TransactionLine returned(String receipt, String amount) {
        return line(receipt, TransactionType.RETURN, amount, Money.UNKNOWN, "tea");
    }

    /** An amount of "?" is unknown; the quantity is 2, the category that of the product's first letter. */
    private static TransactionLine line(
            String receipt, TransactionType type, String amount, long discount, String product) {
        return new TransactionLine(
                receipt,
                "1",
                "C",
                DAY.atStartOfDay(),
                type,
                amount.equals("?") ? Money.UNKNOWN : Money.parse(amount),
                "",
                2_000,
                discount,
                product.isEmpty() ? "" : product.substring(0, 1),
                product,
                "",
                "");
    }
}
