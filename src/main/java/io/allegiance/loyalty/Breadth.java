package io.allegiance.loyalty;

import io.allegiance.history.LoyaltyFacts;
import org.hipparchus.util.FastMath;

/**
 * Cross-selling: they buy across product lines.
 *
 * <p>Between the number n of categories bought and their effective number e^H (H the entropy of their shares of the L purchase
 * lines; Hill 1973), in categories beyond the first, shrunk towards the population's mean v₀ as if two lines of an average
 * customer had been seen too:
 *
 * <pre>
 *     v     = √(n · e^H) - 1
 *     v̂     = (L · v + 2 · v₀) / (L + 2)
 *     score = 100 · v̂ / (v̂ + v₀)
 * </pre>
 *
 * <p>0: one category only, however much of it. 50: as broad as the average customer. 100: without limit. NaN without a line of
 * a known category, and where no customer buys from more than one.
 */
final class Breadth implements Dimension {

    private static final double PRIOR_LINES = 2;
    private static final double MILLION = 1e6;

    @Override
    public String name() {
        return "breadth";
    }

    @Override
    public String meaning() {
        return "they buy across product lines";
    }

    @Override
    public double score(LoyalCustomer customer, LoyaltyNorms norms) {
        LoyaltyFacts.Categories categories = customer.facts().categories();
        if (categories.lines() == 0) {
            return Double.NaN;
        }
        double typical = norms.categoriesBeyondFirst();
        double shrunk = (categories.lines() * beyondFirst(categories) + PRIOR_LINES * typical)
                / (categories.lines() + PRIOR_LINES);
        return ScoreScale.against(shrunk, typical);
    }

    /** √(n · e^H) - 1, at least 0. */
    static double beyondFirst(LoyaltyFacts.Categories categories) {
        return Math.max(0, FastMath.sqrt(categories.count() * (categories.effective() / MILLION)) - 1);
    }
}
