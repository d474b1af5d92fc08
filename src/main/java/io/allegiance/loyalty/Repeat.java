package io.allegiance.loyalty;

/**
 * Repeat business: they buy, and come back again and again.
 *
 * <p>The customer's rate of repeat purchases a day, shrunk towards the population's λ₀ = Σx / ΣT as if one purchase of an average
 * customer had been seen too (the mean of a Gamma-Poisson posterior with shape 1), times the regularity ρ of the gaps against
 * a random one:
 *
 * <pre>
 *     m     = (x + 1) / (T + 1 / λ₀) · ρ / 0.5
 *     score = 100 · m / (m + λ₀)
 * </pre>
 *
 * <p>0: never comes back. 50: comes as often as the average customer, at random times. 100: without limit. More repeat
 * purchases at equal age and regularity never lower it. NaN where no customer has a repeat purchase.
 */
final class Repeat implements Dimension {

    @Override
    public String name() {
        return "repeat";
    }

    @Override
    public String meaning() {
        return "they come back again and again";
    }

    @Override
    public double score(LoyalCustomer customer, LoyaltyNorms norms) {
        double typical = norms.purchasesPerDay();
        double rate = (customer.repeatPurchases() + 1) / (customer.ageDays() + 1 / typical);
        return ScoreScale.against(rate * Cadence.regularity(customer) / Cadence.RANDOM, typical);
    }
}
