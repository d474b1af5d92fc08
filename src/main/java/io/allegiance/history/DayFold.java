package io.allegiance.history;

import io.allegiance.intake.line.TransactionLine;
import io.allegiance.intake.line.TransactionType;
import io.allegiance.purchase.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Folds the lines of one customer and one business date into a {@link CustomerDay}. Every sum is exact and every list
 * sorted, so the order of the lines leaves no trace. {@link DayLimits} bounds what is kept apart.
 */
public final class DayFold {

    private final String customerId;
    private final LocalDate businessDate;
    private final Map<String, Receipt> receipts = new HashMap<>();
    private final List<ReturnSum> returns = new ArrayList<>();
    private final DayProducts products = new DayProducts(DayLimits.MOST_PRODUCTS);
    private final DayAmounts amounts = new DayAmounts();
    private String lastTransaction = "";
    private Receipt lastReceipt = new Receipt();

    public DayFold(String customerId, LocalDate businessDate) {
        this.customerId = customerId;
        this.businessDate = businessDate;
    }

    /** Adds one line of this customer and date, its amounts in the reporting currency. */
    public void addLine(TransactionLine line) {
        amounts.addLine(line);
        if (line.type() == TransactionType.PURCHASE) {
            addPurchase(line);
        } else {
            returns.add(new ReturnSum(MatchKey.of(line.transactionId()), MatchKey.of(line.product()), line.amount()));
        }
    }

    private void addPurchase(TransactionLine line) {
        receiptOf(line.transactionId()).addLine(line);
        products.addLine(line);
    }

    /** The lines of a receipt mostly come one after the other. */
    private Receipt receiptOf(String transactionId) {
        if (!transactionId.equals(lastTransaction) || receipts.isEmpty()) {
            lastTransaction = transactionId;
            lastReceipt = receipts.computeIfAbsent(transactionId, id -> new Receipt());
        }
        return lastReceipt;
    }

    /** Returns the day folded from the lines so far. */
    public CustomerDay toCustomerDay() {
        DayReturns returned = toReturns();
        int discountKnownLines = 0;
        int fullPriceLines = 0;
        for (Map.Entry<String, Receipt> each : receipts.entrySet()) {
            Receipt receipt = each.getValue();
            boolean discounted =
                    !returned.discounted().isEmpty() && returned.discounted().contains(MatchKey.of(each.getKey()));
            discountKnownLines += discounted ? receipt.lines : receipt.discountKnownLines;
            fullPriceLines += discounted ? 0 : receipt.fullPriceLines;
        }
        return new CustomerDay(
                customerId,
                businessDate,
                amounts.purchaseLines(),
                amounts.returnLines(),
                receipts.size(),
                amounts.purchaseAmount(),
                amounts.returnAmount(),
                amounts.quantity(),
                discountKnownLines,
                fullPriceLines,
                Keys.ofNames(receipts.keySet()).lowest(DayLimits.MOST_TRANSACTIONS),
                returned,
                products.toProductDays());
    }

    private DayReturns toReturns() {
        if (returns.isEmpty()) {
            return DayReturns.NONE;
        }
        Map<Long, Long> purchases = new HashMap<>();
        receipts.forEach((id, receipt) -> purchases.put(MatchKey.of(id), receipt.amount));
        return DayReturns.of(returns, purchases);
    }

    /**
     * Returns how many of the lines so far name a product or category that is not kept, because the day has more of them than {@link
     * DayLimits} has.
     */
    public int linesOfOtherProducts() {
        return products.linesOfOthers();
    }

    /** What was bought with one transaction. */
    private static final class Receipt {

        private long amount;
        private int lines;
        private int discountKnownLines;
        private int fullPriceLines;

        void addLine(TransactionLine line) {
            lines++;
            amount = DayAmounts.plus(amount, line.amount());
            if (line.discount() != Money.UNKNOWN) {
                discountKnownLines++;
                fullPriceLines += line.discount() == 0 ? 1 : 0;
            }
        }
    }
}
