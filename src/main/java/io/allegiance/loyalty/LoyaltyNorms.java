package io.allegiance.loyalty;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Averages over all customers with a purchase day, frozen for a night; NaN where the feed has no data.
 *
 * @param purchasesPerDay Σ repeat purchases / Σ ages in days, above 0
 * @param gapDays Σ days from first to last purchase / Σ repeat purchases, above 0
 * @param spendPerPurchaseDay median over customers of their mean, in the reporting currency, above 0
 * @param quantityPerPurchaseDay the mean quantity of a purchase day, in pieces
 * @param categoriesBeyondFirst mean of √(n · e^H) - 1, above 0
 * @param fullPriceShare of the lines whose discount is known, 0..1
 * @param referredBuyersPerYear Σ referred customers who bought / Σ ages in years, above 0
 * @param forgivenShare of the days with an incident, 0..1
 * @param spendGrowth spend for a purchase day in the last year against the one before, over customers with both; above
 *     0
 * @param reboughtShare of the lines that could be, 0..1
 */
public record LoyaltyNorms(
        double purchasesPerDay,
        double gapDays,
        double spendPerPurchaseDay,
        double quantityPerPurchaseDay,
        double categoriesBeyondFirst,
        double fullPriceShare,
        double referredBuyersPerYear,
        double forgivenShare,
        double spendGrowth,
        double reboughtShare) {

    private static final String PREFIX = "loyalty_";

    /** Restores what {@link #toMap} gave; NaN for what is not there. */
    public static LoyaltyNorms of(Map<String, String> stored) {
        return new LoyaltyNorms(
                get(stored, "purchases_per_day"),
                get(stored, "gap_days"),
                get(stored, "spend_per_purchase_day"),
                get(stored, "quantity_per_purchase_day"),
                get(stored, "categories_beyond_first"),
                get(stored, "full_price_share"),
                get(stored, "referred_buyers_per_year"),
                get(stored, "forgiven_share"),
                get(stored, "spend_growth"),
                get(stored, "rebought_share"));
    }

    /** The norms by name; those without data are left out. */
    public Map<String, String> toMap() {
        Map<String, String> values = new LinkedHashMap<>();
        put(values, "purchases_per_day", purchasesPerDay);
        put(values, "gap_days", gapDays);
        put(values, "spend_per_purchase_day", spendPerPurchaseDay);
        put(values, "quantity_per_purchase_day", quantityPerPurchaseDay);
        put(values, "categories_beyond_first", categoriesBeyondFirst);
        put(values, "full_price_share", fullPriceShare);
        put(values, "referred_buyers_per_year", referredBuyersPerYear);
        put(values, "forgiven_share", forgivenShare);
        put(values, "spend_growth", spendGrowth);
        put(values, "rebought_share", reboughtShare);
        return values;
    }

    private static double get(Map<String, String> stored, String name) {
        String value = stored.get(PREFIX + name);
        return value == null ? Double.NaN : Double.parseDouble(value);
    }

    private static void put(Map<String, String> values, String name, double value) {
        if (!Double.isNaN(value)) {
            values.put(PREFIX + name, Double.toString(value));
        }
    }
}
