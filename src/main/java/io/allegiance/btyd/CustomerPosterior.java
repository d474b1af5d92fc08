package io.allegiance.btyd;

import org.hipparchus.util.FastMath;

/**
 * What a summary says of a customer.
 *
 * <p>The odds of having stopped since the last purchase are (1 - P(alive)) / P(alive) = odds · e^silence.
 *
 * @param odds the odds of having stopped, the silence apart; 0 for one who could not
 * @param silence how much less likely the silence since then is of one who is alive, as a logarithm; at least 0
 * @param alive what is known of the customer if still alive
 */
record CustomerPosterior(double odds, double silence, AlivePosterior alive) {

    /** The odds of having stopped; infinite where they are beyond any number. */
    double oddsOfHavingStopped() {
        return odds == 0 ? 0 : odds * FastMath.exp(silence);
    }

    double probabilityAlive() {
        return 1 / (1 + oddsOfHavingStopped());
    }

    /** 1 - P(alive) · P(any purchase | alive). */
    double churnProbability(PurchaseProbability quiet) {
        return 1 - probabilityAlive() * quiet.any();
    }

    /** ln((odds of having stopped + P(no purchase | alive)) / P(any purchase | alive)). */
    double churnLogit(double oddsOfHavingStopped, PurchaseProbability quiet, double weeks) {
        double ratio = (oddsOfHavingStopped + quiet.none()) / quiet.any();
        return ratio > Double.MIN_NORMAL && ratio < Double.MAX_VALUE
                ? FastMath.log(ratio)
                : churnLogitOfLogarithms(quiet, weeks);
    }

    private double churnLogitOfLogarithms(PurchaseProbability quiet, double weeks) {
        double stopped = FastMath.log(odds) + silence;
        double none = alive.logNoPurchase(weeks);
        double both = Math.max(stopped, none) + AccurateLogs.log1p(FastMath.exp(-Math.abs(stopped - none)));
        return both - FastMath.log(quiet.any());
    }

    double expectedPurchases(double weeks) {
        return probabilityAlive() * alive.anyPurchase(weeks) * alive.expectedPurchasesGivenAny(weeks);
    }

    double expectedPurchasesGivenAny(double weeks) {
        return alive.expectedPurchasesGivenAny(weeks);
    }
}
