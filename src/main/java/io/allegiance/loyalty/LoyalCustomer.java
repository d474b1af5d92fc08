package io.allegiance.loyalty;

import io.allegiance.calendar.OpenDays;
import io.allegiance.history.LoyaltyFacts;
import io.allegiance.history.PurchaseHistory;
import java.time.LocalDate;

/**
 * A customer with a purchase day as the dimensions see it, as of a date.
 *
 * @param history as of the date
 * @param repeatPurchases x, purchase days after the first
 * @param lastPurchaseAgeDays t_x, open days from the first to the last purchase day
 * @param ageDays T, open days from the first purchase day to the date
 * @param referredBuyers customers referred by this one on or before the date who have a purchase day on or after the
 *     day of the referral
 */
public record LoyalCustomer(
        PurchaseHistory history, int repeatPurchases, int lastPurchaseAgeDays, int ageDays, int referredBuyers) {

    public LoyalCustomer {
        if (repeatPurchases < 0 || referredBuyers < 0) {
            throw new IllegalArgumentException("counts must be 0 or more; were " + repeatPurchases
                    + " repeat purchases and " + referredBuyers + " referred buyers");
        }
        if (lastPurchaseAgeDays < 0 || lastPurchaseAgeDays > ageDays) {
            throw new IllegalArgumentException(
                    "lastPurchaseAgeDays must be in [0, age]; was " + lastPurchaseAgeDays + " of " + ageDays);
        }
    }

    /**
     * Looks at a customer. A purchase day on which the shop is said to be shut counts as an open day.
     *
     * @param openDays of the shop: those that the history's gaps were counted in
     * @throws IllegalArgumentException when the history has no purchase day or reaches beyond the date
     */
    public static LoyalCustomer of(PurchaseHistory history, LocalDate asOf, OpenDays openDays, int referredBuyers) {
        LocalDate first = history.firstPurchaseDay();
        LocalDate last = history.lastPurchaseDay();
        if (first == null || last == null) {
            throw new IllegalArgumentException("a customer without a purchase day has no loyalty to measure");
        }
        if (last.isAfter(asOf)) {
            throw new IllegalArgumentException("a history up to " + last + " has no loyalty as of " + asOf);
        }
        int repeats = history.purchaseDays() - 1;
        int lastAge = Math.max(repeats, openDays.between(first, last));
        int age = Math.max(lastAge, openDays.between(first, asOf));
        return new LoyalCustomer(history, repeats, lastAge, age, referredBuyers);
    }

    LoyaltyFacts facts() {
        return history.loyalty();
    }

    int daysSinceLastPurchase() {
        return ageDays - lastPurchaseAgeDays;
    }
}
