package io.allegiance.btyd;

import org.hipparchus.util.FastMath;

/**
 * The posterior of one customer given the purchase summary: whether the customer is alive, and what an alive customer buys.
 *
 * <p>The odds of having stopped since the last purchase are (1 - P(alive)) / P(alive) = odds · e^silence.
 *
 * @param odds the odds of having stopped before the effect of the silence; 0 where the customer cannot have stopped
 * @param silence minus the log-probability of the silence since the last purchase for an alive customer; at least 0
 * @param alive the distribution of future purchases of an alive customer
 */
record CustomerPosterior(double odds, double silence, AlivePosterior alive) {

    /** The odds of having stopped; infinite where they overflow. */
    double oddsOfHavingStopped() {
        return odds == 0 ? 0 : odds * FastMath.exp(silence);
    }

    double probabilityAlive() {
        return 1 / (1 + oddsOfHavingStopped());
    }

    /** 1 - P(alive) · P(any purchase | alive). */
    double churnProbability(PurchaseProbability purchase) {
        return 1 - probabilityAlive() * purchase.any();
    }

    /** ln((odds of having stopped + P(no purchase | alive)) / P(any purchase | alive)). */
    double churnLogit(double oddsOfHavingStopped, PurchaseProbability purchase, double weeks) {
        double ratio = (oddsOfHavingStopped + purchase.none()) / purchase.any();
        return ratio > Double.MIN_NORMAL && ratio < Double.MAX_VALUE
                ? FastMath.log(ratio)
                : churnLogitOfLogarithms(purchase, weeks);
    }

    private double churnLogitOfLogarithms(PurchaseProbability purchase, double weeks) {
        double stopped = FastMath.log(odds) + silence;
        double none = alive.logNoPurchase(weeks);
        double both = Math.max(stopped, none) + AccurateLogs.log1p(FastMath.exp(-Math.abs(stopped - none)));
        return both - FastMath.log(purchase.any());
    }

    double expectedPurchases(double weeks) {
        return probabilityAlive() * alive.anyPurchase(weeks) * alive.expectedPurchasesGivenAny(weeks);
    }

    double expectedPurchasesGivenAny(double weeks) {
        return alive.expectedPurchasesGivenAny(weeks);
    }
}
