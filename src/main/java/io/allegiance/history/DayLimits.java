package io.allegiance.history;

/**
 * How much of a customer's day is kept apart. Every line, amount and quantity counts, however many there are; beyond these numbers
 * names are no longer told apart, as if the lines did not say them. A household buys some hundred products a day at most: a
 * customer with more is most often a placeholder for sales without a customer.
 */
public final class DayLimits {

    /** Products with their categories: the first ones in the order of their names are kept. */
    public static final int MOST_PRODUCTS = 2_000;

    /** Transactions that a return may name: those with the lowest hashes are kept. */
    public static final int MOST_TRANSACTIONS = 2_000;

    /** Transactions and products that were returned: those with the lowest hashes are kept. */
    public static final int MOST_RETURNS = 2_000;

    /** Categories of all of a customer's days: those bought first are kept. */
    public static final int MOST_CATEGORIES_OF_CUSTOMER = 5_000;

    /** Products of all of a customer's days that are known to be bought again: those bought first are kept. */
    public static final int MOST_PRODUCTS_OF_CUSTOMER = 50_000;

    private DayLimits() {}
}
