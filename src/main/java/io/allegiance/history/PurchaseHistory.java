package io.allegiance.history;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a customer did up to a date, as far as a score needs it: a fold over the customer's days.
 *
 * @param customerId never blank
 * @param firstPurchaseDay null for a customer with returns only
 * @param lastPurchaseDay null for a customer with returns only
 * @param purchaseDays purchase days up to the date: repeat purchases x are one less
 * @param purchaseDays365 purchase days in the 365 days that end on the date
 * @param spend365 spend of those, in ten-thousandths of the reporting currency; null where that of any is unknown
 * @param repeatSpendDays purchase days after the first with known spend above 0
 * @param repeatSpend spend of those, in ten-thousandths of the reporting currency
 */
public record PurchaseHistory(
        String customerId,
        @Nullable LocalDate firstPurchaseDay,
        @Nullable LocalDate lastPurchaseDay,
        int purchaseDays,
        int purchaseDays365,
        @Nullable Long spend365,
        int repeatSpendDays,
        long repeatSpend) {

    /** Length in days of the window of RFM's frequency and monetary value. */
    public static final int WINDOW_DAYS = 365;

    /** Whether there is a purchase day at all. */
    public boolean hasPurchase() {
        return purchaseDays > 0;
    }
}
