package io.allegiance.history;

import static java.util.Comparator.comparingLong;

import java.util.Comparator;

/**
 * What a customer returned on a day of one transaction and product.
 *
 * @param transaction a hash of the transaction that the return names; 0 where it is unknown
 * @param product a hash of the product; 0 where it is unknown
 * @param amount 0 or more, in ten-thousandths of the reporting currency, or {@link io.allegiance.purchase.Money#UNKNOWN}
 */
public record ReturnSum(long transaction, long product, long amount) {

    static final Comparator<ReturnSum> ORDER = comparingLong(ReturnSum::transaction)
            .thenComparingLong(ReturnSum::product)
            .thenComparingLong(ReturnSum::amount);

    ReturnSum plus(ReturnSum other) {
        return new ReturnSum(transaction, product, DayAmounts.plus(amount, other.amount));
    }
}
