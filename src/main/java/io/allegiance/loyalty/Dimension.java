package io.allegiance.loyalty;

/** One benefit that customer loyalty is said to bring, measured for a customer. Keeps no state. */
public interface Dimension {

    /** The name of its column, without {@code _score}. */
    String name();

    /**
     * The customer's score.
     *
     * @return 0..100; NaN where the feed has no data on it for this customer
     */
    double score(LoyalCustomer customer, LoyaltyNorms norms);
}
