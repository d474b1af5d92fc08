package io.allegiance.btyd;

/** What the summary says of the N purchases to come of a customer who is still alive. */
interface AlivePosterior {

    /** ln P(N = 0) in that many weeks. */
    double logNoPurchase(double weeks);

    /** P(N ≥ 1) in that many weeks, exact also where it is small. */
    default double anyPurchase(double weeks) {
        return quiet(weeks).any();
    }

    /** Both. */
    PurchaseProbability quiet(double weeks);

    /** E[N | N ≥ 1] in that many weeks. */
    double expectedPurchasesGivenAny(double weeks);
}
