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
record Outlook(double odds, double silence, AlivePosterior alive) {

    double probabilityAlive() {
        return odds == 0 ? 1 : 1 / (1 + odds * FastMath.exp(silence));
    }

    /** 1 - P(alive) · (1 - P(no purchase | alive)). */
    double churnProbability(double weeks) {
        return 1 - probabilityAlive() * (1 - FastMath.exp(alive.logNoPurchase(weeks)));
    }

    /** ln(odds of having stopped + P(no purchase | alive)) - ln P(any purchase | alive). */
    double churnLogit(double weeks) {
        double stopped = FastMath.log(odds) + silence;
        double quiet = alive.logNoPurchase(weeks);
        double both = Math.max(stopped, quiet) + NearZero.log1p(FastMath.exp(-Math.abs(stopped - quiet)));
        return both - FastMath.log(alive.anyPurchase(weeks));
    }

    double expectedPurchases(double weeks) {
        return probabilityAlive() * alive.anyPurchase(weeks) * alive.expectedPurchasesGivenAny(weeks);
    }

    double expectedPurchasesGivenAny(double weeks) {
        return alive.expectedPurchasesGivenAny(weeks);
    }
}
