package io.allegiance.loyalty;

import io.allegiance.history.LoyaltyFacts;

/**
 * Benefit of the doubt: they stay after a mistake.
 *
 * <p>After how many of the days with a service incident or a return, H days old or older, the customer bought again within H days,
 * shrunk towards the population's share as if two such days had been seen too (Beta-Binomial):
 *
 * <pre>
 *     score = 100 · (forgiven + 2 · p₀) / (incidents + 2)
 * </pre>
 *
 * <p>0: never came back after one. 50: after every other one. 100: after each. One more that was forgiven never lowers it. NaN
 * without an incident so old.
 */
final class Forgiveness implements Dimension {

    private static final double PRIOR_INCIDENTS = 2;

    @Override
    public String name() {
        return "forgiveness";
    }

    @Override
    public String meaning() {
        return "they stay after a mistake";
    }

    @Override
    public double score(LoyalCustomer customer, LoyaltyNorms norms) {
        LoyaltyFacts.Incidents incidents = customer.facts().incidents();
        return incidents.count() == 0
                ? Double.NaN
                : ScoreScale.share(incidents.forgiven(), incidents.count(), norms.forgivenShare(), PRIOR_INCIDENTS);
    }
}
