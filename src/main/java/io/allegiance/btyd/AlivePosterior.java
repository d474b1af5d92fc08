package io.allegiance.btyd;

/** The distribution of the number N of future purchases of a customer who is still alive, given the summary. */
interface AlivePosterior {

    /** ln P(N = 0) in that many weeks. */
    double logNoPurchase(double weeks);

    /** P(N ≥ 1) in that many weeks, exact also where it is small. */
    default double anyPurchase(double weeks) {
        return purchaseProbability(weeks).any();
    }

    /** P(N = 0) and P(N ≥ 1) in that many weeks. */
    PurchaseProbability purchaseProbability(double weeks);

    /** E[N | N ≥ 1] in that many weeks. */
    double expectedPurchasesGivenAny(double weeks);
}
