package io.allegiance.loyalty;

import io.allegiance.history.LoyaltyFacts;

/**
 * Protection from competition: they are not lured away.
 *
 * <p>The mean of three parts, each 0..1; the first is left out where no discount of the customer is known:
 *
 * <pre>
 *     full price   (full-price lines + 4 · f₀) / (lines with known discount + 4), f₀ the population's share
 *     regularity   of the gaps: 1 / (1 + CV²), shrunk towards 0.5
 *     presence     g / (g + days since the last purchase), g = (t_x + g₀) / (x + 1) the customer's mean gap, shrunk
 *                  towards the population's g₀ = Σt_x / Σx as if one such gap had been seen too
 *     score        100 · mean
 * </pre>
 *
 * <p>0: buys at a discount alone, at erratic times, and is long gone. 50: such as half at full price, at random times, as long
 * away as usual. 100: always at full price, like clockwork, and here today. More lines at full price among as many never
 * lower it, nor does a shorter time since the last purchase. NaN where no customer has a repeat purchase.
 */
final class Commitment implements Dimension {

    private static final double PRIOR_LINES = 4;
    private static final double HUNDRED = 100;

    @Override
    public String name() {
        return "commitment";
    }

    @Override
    public String meaning() {
        return "they are not lured away";
    }

    @Override
    public double score(LoyalCustomer customer, LoyaltyNorms norms) {
        double cadence = Cadence.regularity(customer) + presence(customer, norms.gapDays());
        LoyaltyFacts.Discounts discounts = customer.facts().discounts();
        if (discounts.knownLines() == 0) {
            return HUNDRED * cadence / 2;
        }
        double fullPrice = (discounts.fullPriceLines() + PRIOR_LINES * norms.fullPriceShare())
                / (discounts.knownLines() + PRIOR_LINES);
        return HUNDRED * (fullPrice + cadence) / 3;
    }

    private static double presence(LoyalCustomer customer, double typicalGap) {
        double gap = (customer.lastPurchaseAgeDays() + typicalGap) / (customer.repeatPurchases() + 1);
        return gap / (gap + customer.daysSinceLastPurchase());
    }
}
