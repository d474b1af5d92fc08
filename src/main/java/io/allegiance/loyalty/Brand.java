package io.allegiance.loyalty;

import io.allegiance.history.LoyaltyFacts;

/**
 * They buy the same product again.
 *
 * <p>The share of purchase lines, on days after the first, whose product the customer had bought on a day before, shrunk towards the
 * population's share as if five lines of an average customer had been seen too (Beta-Binomial):
 *
 * <pre>
 *     score = 100 · (rebought + 5 · p₀) / (lines + 5)
 * </pre>
 *
 * <p>0: always something else. 50: every other line is of a product bought before. 100: always the same again. More lines bought
 * again among as many never lower it. NaN without a line of a known product after the first day with one.
 */
final class Brand implements Dimension {

    private static final double PRIOR_LINES = 5;

    @Override
    public String name() {
        return "brand";
    }

    @Override
    public String meaning() {
        return "they buy the same again";
    }

    @Override
    public double score(LoyalCustomer customer, LoyaltyNorms norms) {
        LoyaltyFacts.Products products = customer.facts().products();
        return products.repeatableLines() == 0
                ? Double.NaN
                : ScoreScale.share(
                        products.reboughtLines(), products.repeatableLines(), norms.reboughtShare(), PRIOR_LINES);
    }
}
