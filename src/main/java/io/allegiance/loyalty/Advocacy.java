package io.allegiance.loyalty;

/**
 * Word of mouth: they bring others.
 *
 * <p>The rate of referred customers who bought, k in T years since the first purchase, shrunk towards the population's r₀ = Σk / ΣT
 * as if one referral of an average customer had been seen too (the mean of a Gamma-Poisson posterior with shape 1):
 *
 * <pre>
 *     r     = (k + 1) / (T + 1 / r₀)
 *     score = 100 · r / (r + r₀)
 * </pre>
 *
 * <p>0: refers no customer in any time. 50: refers as many as the average customer. 100: the limit for unbounded referrals. More referred customers
 * who bought never lower it. NaN where the feed knows of no referral that led to a purchase.
 */
final class Advocacy implements Dimension {

    static final double YEAR_DAYS = 365;

    @Override
    public String name() {
        return "advocacy";
    }

    @Override
    public String meaning() {
        return "they bring others";
    }

    @Override
    public double score(LoyalCustomer customer, LoyaltyNorms norms) {
        double typical = norms.referredBuyersPerYear();
        double rate = (customer.referredBuyers() + 1) / (customer.ageDays() / YEAR_DAYS + 1 / typical);
        return ScoreScale.against(rate, typical);
    }
}
