package io.allegiance.btyd;

/** What a purchase model says of one customer's next H days; {@link PurchaseModel} has the definitions. */
public final class PurchaseForecast {

    private final double probabilityAlive;
    private final double churnProbability;
    private final double churnLogit;
    private final AlivePosterior alive;
    private final double weeks;

    PurchaseForecast(Outlook outlook, double weeks) {
        Quiet quiet = outlook.alive().quiet(weeks);
        double stopped = outlook.oddsOfHavingStopped();
        this.probabilityAlive = 1 / (1 + stopped);
        this.churnProbability = 1 - probabilityAlive * quiet.any();
        this.churnLogit = outlook.churnLogit(stopped, quiet, weeks);
        this.alive = outlook.alive();
        this.weeks = weeks;
    }

    /** P(alive). */
    public double probabilityAlive() {
        return probabilityAlive;
    }

    /** P(no purchase day in the next H days). */
    public double churnProbability() {
        return churnProbability;
    }

    /** ln(churn / (1 - churn)), finite. */
    public double churnLogit() {
        return churnLogit;
    }

    /** E[N | N ≥ 1], the expected purchase days of a customer who comes at all; computed when it is asked for. */
    public double expectedPurchasesGivenAny() {
        return alive.expectedPurchasesGivenAny(weeks);
    }
}
