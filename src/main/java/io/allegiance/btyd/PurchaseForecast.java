package io.allegiance.btyd;

/** A purchase model's forecast for one customer's next H days; {@link PurchaseModel} defines the quantities. */
public final class PurchaseForecast {

    private final CustomerPosterior posterior;
    private final double weeks;
    private final PurchaseProbability purchase;
    private final double stopped;
    private final double probabilityAlive;
    private final double churnProbability;

    PurchaseForecast(CustomerPosterior posterior, double weeks) {
        this.posterior = posterior;
        this.weeks = weeks;
        this.purchase = posterior.alive().purchaseProbability(weeks);
        this.stopped = posterior.oddsOfHavingStopped();
        this.probabilityAlive = 1 / (1 + stopped);
        this.churnProbability = 1 - probabilityAlive * purchase.any();
    }

    /** P(alive). */
    public double probabilityAlive() {
        return probabilityAlive;
    }

    /** P(no purchase day in the next H days). */
    public double churnProbability() {
        return churnProbability;
    }

    /** ln(churn / (1 - churn)), finite; computed when it is asked for. */
    public double churnLogit() {
        return posterior.churnLogit(stopped, purchase, weeks);
    }

    /** E[N | N ≥ 1], the expected purchase days of a customer who comes at all; computed when it is asked for. */
    public double expectedPurchasesGivenAny() {
        return posterior.expectedPurchasesGivenAny(weeks);
    }
}
