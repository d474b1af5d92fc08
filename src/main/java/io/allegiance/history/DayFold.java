package io.allegiance.history;

import io.allegiance.intake.line.TransactionLine;
import io.allegiance.intake.line.TransactionType;
import io.allegiance.purchase.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Folds the lines of one customer and one business date into a {@link CustomerDay}. Every sum is exact and every list
 * sorted, so the order of the lines leaves no trace.
 */
public final class DayFold {

    private static final Comparator<ProductDay> ORDER =
            Comparator.comparing(ProductDay::product).thenComparing(ProductDay::category);

    private final String customerId;
    private final LocalDate businessDate;
    private final Set<String> purchaseTransactions = new HashSet<>();
    private final Map<ProductKey, ProductSum> products = new HashMap<>();
    private final DayAmounts amounts = new DayAmounts();
    private int discountKnownLines;
    private int fullPriceLines;

    public DayFold(String customerId, LocalDate businessDate) {
        this.customerId = customerId;
        this.businessDate = businessDate;
    }

    /** Adds one line of this customer and date, its amounts in the reporting currency. */
    public void addLine(TransactionLine line) {
        amounts.addLine(line);
        if (line.type() == TransactionType.PURCHASE) {
            addPurchase(line);
        }
    }

    private void addPurchase(TransactionLine line) {
        purchaseTransactions.add(line.transactionId());
        if (line.discount() != Money.UNKNOWN) {
            discountKnownLines++;
            fullPriceLines += line.discount() == 0 ? 1 : 0;
        }
        products.computeIfAbsent(new ProductKey(line.product(), line.category()), key -> new ProductSum())
                .addLine(line);
    }

    /** Returns the day folded from the lines so far. */
    public CustomerDay toCustomerDay() {
        return new CustomerDay(
                customerId,
                businessDate,
                amounts.purchaseLines(),
                amounts.returnLines(),
                purchaseTransactions.size(),
                amounts.purchaseAmount(),
                amounts.returnAmount(),
                amounts.quantity(),
                discountKnownLines,
                fullPriceLines,
                toProductDays());
    }

    private List<ProductDay> toProductDays() {
        List<ProductDay> days = new ArrayList<>(products.size());
        products.forEach((key, sum) ->
                days.add(new ProductDay(key.product(), key.category(), sum.lines, sum.amount, sum.quantity)));
        days.sort(ORDER);
        return days;
    }

    private record ProductKey(String product, String category) {}

    private static final class ProductSum {

        private long amount;
        private long quantity;
        private int lines;

        void addLine(TransactionLine line) {
            lines++;
            amount = DayAmounts.plus(amount, line.amount());
            quantity = DayAmounts.plus(quantity, line.quantity());
        }
    }
}
