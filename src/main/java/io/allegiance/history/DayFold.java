package io.allegiance.history;

import io.allegiance.intake.TransactionLine;
import io.allegiance.intake.TransactionType;
import io.allegiance.purchase.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Folds the lines of one customer and one business date into a {@link CustomerDay}. Every sum is exact and every list
 * sorted, so the order of the lines leaves no trace.
 */
public final class DayFold {

    private final String customerId;
    private final LocalDate businessDate;
    private final Set<String> purchaseTransactions = new HashSet<>();
    private final Map<ProductKey, ProductSum> products = new TreeMap<>();
    private final Sum purchaseAmount = new Sum();
    private final Sum returnAmount = new Sum();
    private final Sum quantity = new Sum();
    private int purchaseLines;
    private int returnLines;
    private int discountKnownLines;
    private int fullPriceLines;

    public DayFold(String customerId, LocalDate businessDate) {
        this.customerId = customerId;
        this.businessDate = businessDate;
    }

    /** Adds one line of this customer and date, its amounts in the reporting currency. */
    public void add(TransactionLine line) {
        if (line.type() == TransactionType.PURCHASE) {
            addPurchase(line);
        } else {
            returnLines++;
            returnAmount.add(line.amount());
        }
    }

    private void addPurchase(TransactionLine line) {
        purchaseLines++;
        purchaseTransactions.add(line.transactionId());
        purchaseAmount.add(line.amount());
        quantity.add(line.quantity());
        if (line.discount() != Money.UNKNOWN) {
            discountKnownLines++;
            fullPriceLines += line.discount() == 0 ? 1 : 0;
        }
        products.computeIfAbsent(new ProductKey(line.product(), line.category()), key -> new ProductSum())
                .add(line);
    }

    /** Gets the day folded from the lines so far. */
    public CustomerDay toCustomerDay() {
        return new CustomerDay(
                customerId,
                businessDate,
                purchaseLines,
                returnLines,
                purchaseTransactions.size(),
                purchaseAmount.value(),
                returnAmount.value(),
                purchaseLines == 0 ? null : quantity.value(),
                discountKnownLines,
                fullPriceLines,
                toProductDays());
    }

    private List<ProductDay> toProductDays() {
        List<ProductDay> days = new ArrayList<>(products.size());
        products.forEach((key, sum) -> days.add(
                new ProductDay(key.product(), key.category(), sum.lines, sum.amount.value(), sum.quantity.value())));
        return days;
    }

    private record ProductKey(String product, String category) implements Comparable<ProductKey> {

        private static final Comparator<ProductKey> ORDER =
                Comparator.comparing(ProductKey::product).thenComparing(ProductKey::category);

        @Override
        public int compareTo(ProductKey other) {
            return ORDER.compare(this, other);
        }
    }

    private static final class ProductSum {

        private final Sum amount = new Sum();
        private final Sum quantity = new Sum();
        private int lines;

        void add(TransactionLine line) {
            lines++;
            amount.add(line.amount());
            quantity.add(line.quantity());
        }
    }

    /** A sum that one unknown makes unknown. */
    private static final class Sum {

        private long total;
        private boolean known = true;

        void add(long value) {
            if (value == Money.UNKNOWN) {
                known = false;
            } else {
                total = Math.addExact(total, value);
            }
        }

        @Nullable
        Long value() {
            return known ? total : null;
        }
    }
}
