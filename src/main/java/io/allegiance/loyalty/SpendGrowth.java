package io.allegiance.loyalty;

import io.allegiance.history.LoyaltyFacts;
import org.hipparchus.util.FastMath;

/**
 * Rising average spend: they move to dearer things.
 *
 * <p>Spend for a purchase day in the last 365 days against the 365 before. Each is shrunk, as if one day more had been seen, towards
 * the customer's own mean μ of both years, moved by half of the population's growth G each way, so that of little data
 * nothing follows but what holds for everybody:
 *
 * <pre>
 *     now    = (Σ spend of the last year + μ · √G) / (days + 1)
 *     before = (Σ spend of the year before + μ / √G) / (days + 1)
 *     g      = now / before
 *     score  = 100 · g / (g + 1)
 * </pre>
 *
 * <p>0: next to nothing left of it. 50: spends as much at a time as the year before. 100: without limit. More spend in the last
 * year on as many days never lowers it. NaN without a purchase day of known spend in each of the years, and where nothing was
 * spent in either.
 */
final class SpendGrowth implements Dimension {

    @Override
    public String name() {
        return "spend_growth";
    }

    @Override
    public String meaning() {
        return "they move to dearer things";
    }

    @Override
    public double score(LoyalCustomer customer, LoyaltyNorms norms) {
        LoyaltyFacts.Growth growth = customer.facts().growth();
        double both = (double) growth.recentSpend() + growth.priorSpend();
        if (growth.recentDays() == 0 || growth.priorDays() == 0 || both == 0) {
            return Double.NaN;
        }
        double mean = both / (growth.recentDays() + growth.priorDays());
        double half = FastMath.sqrt(norms.spendGrowth());
        double now = (growth.recentSpend() + mean * half) / (growth.recentDays() + 1);
        double before = (growth.priorSpend() + mean / half) / (growth.priorDays() + 1);
        return ScoreScale.against(now / before, 1);
    }
}
