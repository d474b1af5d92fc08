package io.allegiance.loyalty;

/** One benefit that customer loyalty is said to bring, measured for a customer. Keeps no state. */
public interface Dimension {

    /** The name of its column, without {@code _score}: lower case, with an underscore between words. */
    String name();

    /** What a high score says of a customer, in a few words for the report, such as "they bring others". */
    String meaning();

    /**
     * The customer's score.
     *
     * @return 0..100; NaN where the feed has no data on it for this customer
     */
    double score(LoyalCustomer customer, LoyaltyNorms norms);

    /** The name of its column. */
    default String column() {
        return name() + "_score";
    }
}
