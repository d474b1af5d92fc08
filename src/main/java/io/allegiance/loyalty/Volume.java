package io.allegiance.loyalty;

import io.allegiance.history.PurchaseHistory;
import io.allegiance.purchase.Money;
import io.allegiance.purchase.Quantity;
import org.hipparchus.util.FastMath;

/**
 * Greater volume: they buy more at a time.
 *
 * <p>Mean spend and mean quantity of a purchase day, each over the d days where it is known, shrunk towards the population's
 * median s₀ or q₀ as if one such day had been seen too, and each against that median; their geometric mean where both are
 * known:
 *
 * <pre>
 *     r_s   = (Σ spend + s₀) / (d + 1) / s₀,   r_q the same with quantities
 *     score = 100 · √(r_s · r_q) / (√(r_s · r_q) + 1)
 * </pre>
 *
 * <p>0: nothing at a time. 50: what the median customer buys at a time. 100: without limit. More spend or quantity on as
 * many days never lowers it. NaN where neither spend nor quantity of any day is known.
 */
final class Volume implements Dimension {

    @Override
    public String name() {
        return "volume";
    }

    @Override
    public String meaning() {
        return "they buy more at a time";
    }

    @Override
    public double score(LoyalCustomer customer, LoyaltyNorms norms) {
        PurchaseHistory.Spend spend = customer.history().spend();
        PurchaseHistory.Bought bought = customer.history().quantity();
        double ofSpend = ratio(spend.total() / (double) Money.UNITS, spend.days(), norms.spendPerPurchaseDay());
        double ofQuantity =
                ratio(bought.total() / (double) Quantity.UNITS, bought.days(), norms.quantityPerPurchaseDay());
        if (Double.isNaN(ofQuantity)) {
            return ScoreScale.against(ofSpend, 1);
        }
        return ScoreScale.against(Double.isNaN(ofSpend) ? ofQuantity : FastMath.sqrt(ofSpend * ofQuantity), 1);
    }

    private static double ratio(double total, int days, double typical) {
        return days == 0 ? Double.NaN : (total + typical) / (days + 1) / typical;
    }
}
