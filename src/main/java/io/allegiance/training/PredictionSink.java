package io.allegiance.training;

import java.time.LocalDate;

/** Receives the predictions of each customer, cut-off by cut-off, in the order of the customers' ids. */
@FunctionalInterface
public interface PredictionSink {

    /** Discards predictions. */
    PredictionSink NONE = (cutOff, customerId, churn, expectedPurchases) -> {};

    /**
     * Receives the prediction of one customer.
     *
     * @param cutOff the last day whose lines the prediction knows of
     * @param churn P(no purchase day in the H days after it)
     * @param expectedPurchases E[purchase days in them]
     */
    void accept(LocalDate cutOff, String customerId, double churn, double expectedPurchases);
}
