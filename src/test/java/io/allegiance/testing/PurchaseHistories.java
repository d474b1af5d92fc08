package io.allegiance.testing;

import io.allegiance.history.PurchaseHistory;
import java.time.LocalDate;

/** Histories of which only some figures matter; of the others, gaps are even and quantities unknown. */
public final class PurchaseHistories {

    private PurchaseHistories() {}

    /** A history without a purchase day. */
    public static PurchaseHistory withoutPurchase(String customerId) {
        return of(customerId, null, null, 0, new PurchaseHistory.Recent(0, 0, 0L), 0, 0);
    }

    /** A history; spend is known on the repeat days alone. */
    public static PurchaseHistory of(
            String customerId,
            LocalDate first,
            LocalDate last,
            int purchaseDays,
            PurchaseHistory.Recent recent,
            int repeatSpendDays,
            long repeatSpend) {
        long gaps = Math.max(1, purchaseDays - 1);
        long days = first == null ? 0 : last.toEpochDay() - first.toEpochDay();
        return new PurchaseHistory(
                customerId,
                first,
                last,
                purchaseDays,
                days * days / gaps,
                recent,
                new PurchaseHistory.Spend(repeatSpendDays, repeatSpend, repeatSpendDays, repeatSpend),
                new PurchaseHistory.Bought(0, 0),
                PurchaseHistory.Timing.NONE);
    }
}
