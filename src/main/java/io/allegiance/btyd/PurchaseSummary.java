package io.allegiance.btyd;

import java.util.Locale;

/**
 * The sufficient statistics (x, t_x, T) of one customer's purchase days as of a date.
 *
 * <p>Days are whole; the models count in weeks of seven days. Purchases of the same day are one.
 *
 * @param repeatPurchases x, the purchase days after the first
 * @param lastPurchaseAgeDays t_x, the days from the first to the last purchase day; 0 exactly when x is 0, else at
 *     least x
 * @param ageDays T, the days from the first purchase day to the date of the summary; in [t_x, {@value
 *     #MAXIMUM_AGE_DAYS}]
 * @throws IllegalArgumentException when a number is out of range
 */
public record PurchaseSummary(int repeatPurchases, int lastPurchaseAgeDays, int ageDays) {

    /** The greatest age in days, more than five thousand years. */
    public static final int MAXIMUM_AGE_DAYS = (1 << 21) - 1;

    private static final double DAYS_PER_WEEK = 7.0;

    public PurchaseSummary {
        require(repeatPurchases >= 0, "repeatPurchases must be at least 0; was %d", repeatPurchases);
        require(
                ageDays >= 0 && ageDays <= MAXIMUM_AGE_DAYS,
                "ageDays must be in [0, %d]; was %d",
                MAXIMUM_AGE_DAYS,
                ageDays);
        require(
                lastPurchaseAgeDays >= 0 && lastPurchaseAgeDays <= ageDays,
                "lastPurchaseAgeDays must be in [0, ageDays]; was %d of %d",
                lastPurchaseAgeDays,
                ageDays);
        require(
                repeatPurchases > 0 || lastPurchaseAgeDays == 0,
                "lastPurchaseAgeDays must be 0 without a repeat purchase; was %d",
                lastPurchaseAgeDays);
        require(
                repeatPurchases <= lastPurchaseAgeDays,
                "repeatPurchases are counted by day, so at most lastPurchaseAgeDays; was %d in %d days",
                repeatPurchases,
                lastPurchaseAgeDays);
    }

    /** T - t_x, the days from the last purchase day to the date. */
    public int daysSinceLastPurchase() {
        return ageDays - lastPurchaseAgeDays;
    }

    /** t_x in weeks. */
    public double lastPurchaseAgeWeeks() {
        return weeks(lastPurchaseAgeDays);
    }

    /** T in weeks. */
    public double ageWeeks() {
        return weeks(ageDays);
    }

    static double weeks(int days) {
        return days / DAYS_PER_WEEK;
    }

    private static void require(boolean holds, String sentence, Object... values) {
        if (!holds) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, sentence, values));
        }
    }
}
