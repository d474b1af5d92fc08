package io.allegiance.history;

import io.allegiance.intake.line.TransactionLine;
import io.allegiance.intake.line.TransactionType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The lines of one customer's day that are collected in any order: their sums, and what returns are taken off by. Purchases take
 * 8 bytes for a product and 16 for a transaction, each counted again where other lines come between its own.
 */
final class CollectedDay {

    private static final long[] EMPTY = new long[0];

    private final DayAmounts amounts = new DayAmounts();
    private long[] transactions = EMPTY;
    private long[] spent = EMPTY;
    private long[] products = EMPTY;
    private int transactionCount;
    private int productCount;
    private @Nullable List<ReturnSum> returns;

    void addLine(TransactionLine line) {
        amounts.addLine(line);
        long transaction = MatchKey.of(line.transactionId());
        long product = MatchKey.of(line.product());
        if (line.type() == TransactionType.PURCHASE) {
            addPurchase(transaction, line.amount());
            addProduct(product);
        } else {
            returns = returns == null ? new ArrayList<>(1) : returns;
            returns.add(new ReturnSum(transaction, product, line.amount()));
        }
    }

    private void addPurchase(long transaction, long amount) {
        if (transactionCount > 0 && transactions[transactionCount - 1] == transaction) {
            spent[transactionCount - 1] = DayAmounts.plus(spent[transactionCount - 1], amount);
            return;
        }
        transactions = withRoom(transactions, transactionCount);
        spent = withRoom(spent, transactionCount);
        transactions[transactionCount] = transaction;
        spent[transactionCount++] = amount;
    }

    private void addProduct(long product) {
        if (product != MatchKey.NONE && (productCount == 0 || products[productCount - 1] != product)) {
            products = withRoom(products, productCount);
            products[productCount++] = product;
        }
    }

    private static long[] withRoom(long[] array, int used) {
        return used < array.length ? array : Arrays.copyOf(array, used + 1 + used / 2);
    }

    boolean hasReturns() {
        return returns != null;
    }

    /** The day of a customer who returned nothing on any day. */
    HistoryDay toHistoryDay(LocalDate date) {
        return new HistoryDay(date, amounts.purchaseLines() > 0, amounts.purchaseAmount(), amounts.quantity());
    }

    TradeDay toTradeDay(LocalDate date) {
        DayReturns returned = returns == null ? DayReturns.NONE : DayReturns.of(returns, purchases());
        HistoryDay day = toHistoryDay(date);
        return new TradeDay(
                day.spend() == null ? day : day.withSpend(day.spend() - returned.discount()),
                Keys.of(Arrays.copyOf(transactions, transactionCount)),
                Keys.of(Arrays.copyOf(products, productCount)),
                returned.returns());
    }

    private Map<Long, Long> purchases() {
        Map<Long, Long> purchases = new HashMap<>();
        for (int i = 0; i < transactionCount; i++) {
            purchases.merge(transactions[i], spent[i], DayAmounts::plus);
        }
        return purchases;
    }
}
