package io.allegiance.btyd;

import org.hipparchus.util.FastMath;

/**
 * What a summary says of a customer under BG/NBD or MBG/NBD.
 *
 * @param logOddsStopped ln((1 - P(alive)) / P(alive)), -∞ for one who is surely alive
 * @param alive what is known of the customer if still alive
 */
record Outlook(double logOddsStopped, AlivePosterior alive) {

    double probabilityAlive() {
        return 1 / (1 + FastMath.exp(logOddsStopped));
    }

    /** 1 - P(alive) · (1 - P(no purchase | alive)). */
    double churnProbability(double weeks) {
        return 1 - probabilityAlive() * alive.anyPurchase(weeks);
    }

    /** ln(odds of having stopped + P(no purchase | alive)) - ln P(any purchase | alive). */
    double churnLogit(double weeks) {
        return logSum(logOddsStopped, alive.logNoPurchase(weeks)) - FastMath.log(alive.anyPurchase(weeks));
    }

    double expectedPurchases(double weeks) {
        return probabilityAlive() * alive.anyPurchase(weeks) * alive.expectedPurchasesGivenAny(weeks);
    }

    double expectedPurchasesGivenAny(double weeks) {
        return alive.expectedPurchasesGivenAny(weeks);
    }

    /** ln(e^first + e^second), of which the second is finite. */
    static double logSum(double first, double second) {
        return Math.max(first, second) + FastMath.log1p(FastMath.exp(-Math.abs(first - second)));
    }
}
