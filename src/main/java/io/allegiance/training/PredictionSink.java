package io.allegiance.training;

import java.time.LocalDate;

/** Takes what was predicted of each customer, cut-off by cut-off, in the order of the customers' ids. */
@FunctionalInterface
public interface PredictionSink {

    /** Takes nothing. */
    PredictionSink NONE = (cutOff, customerId, churn, expectedPurchases) -> {};

    /**
     * Takes one customer.
     *
     * @param cutOff the last day whose lines the prediction knows of
     * @param churn P(no purchase day in the H days after it)
     * @param expectedPurchases E[purchase days in them]
     */
    void accept(LocalDate cutOff, String customerId, double churn, double expectedPurchases);
}
