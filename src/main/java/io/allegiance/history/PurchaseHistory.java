package io.allegiance.history;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A customer's history up to a date, as far as a score needs it: a fold over the customer's days.
 *
 * @param customerId never blank
 * @param firstPurchaseDay null for a customer with returns only
 * @param lastPurchaseDay null for a customer with returns only
 * @param purchaseDays purchase days up to the date: repeat purchases x are one less
 * @param gapSquares sum of the squares of the gaps in days between one purchase day and the next; 0 without gaps
 * @param recent the totals of the windows that end on the date
 * @param spend what was spent on purchase days whose spend is known
 * @param quantity what was bought on purchase days whose quantity is known
 * @param loyalty what the dimensions of loyalty need beyond that
 * @param timing when the purchase days were
 */
public record PurchaseHistory(
        String customerId,
        @Nullable LocalDate firstPurchaseDay,
        @Nullable LocalDate lastPurchaseDay,
        int purchaseDays,
        long gapSquares,
        Recent recent,
        Spend spend,
        Bought quantity,
        LoyaltyFacts loyalty,
        Timing timing) {

    /** A history as the purchase and churn models need it. */
    public PurchaseHistory(
            String customerId,
            @Nullable LocalDate firstPurchaseDay,
            @Nullable LocalDate lastPurchaseDay,
            int purchaseDays,
            long gapSquares,
            Recent recent,
            Spend spend,
            Bought quantity,
            Timing timing) {
        this(
                customerId,
                firstPurchaseDay,
                lastPurchaseDay,
                purchaseDays,
                gapSquares,
                recent,
                spend,
                quantity,
                LoyaltyFacts.NONE,
                timing);
    }

    /** Length in days of the window of RFM's frequency and monetary value. */
    public static final int WINDOW_DAYS = 365;

    /** Length in days of the short window. */
    public static final int SHORT_WINDOW_DAYS = 90;

    /**
     * The windows.
     *
     * @param purchaseDays90 purchase days in the 90 days that end on the date
     * @param purchaseDays365 purchase days in the 365 days that end on the date
     * @param spend365 spend of those, in ten-thousandths of the reporting currency; null where that of any is unknown
     */
    public record Recent(
            int purchaseDays90,
            int purchaseDays365,
            @Nullable Long spend365) {}

    /**
     * Spend, net of returns, in ten-thousandths of the reporting currency.
     *
     * @param days purchase days whose spend is known
     * @param total their spend
     * @param repeatDays purchase days after the first with known spend above 0
     * @param repeatTotal their spend
     */
    public record Spend(int days, long total, int repeatDays, long repeatTotal) {

        /**
         * Returns whether the customer is known to spend nothing: at least one known spend, and all of them 0, that of the first
         * purchase day left out where a later one is known.
         */
        public boolean isNothing() {
            return repeatDays == 0 && (total == 0 ? days > 0 : days > 1);
        }
    }

    /**
     * Quantity, in thousandths.
     *
     * @param days purchase days whose quantity is known
     * @param total their quantity
     */
    public record Bought(int days, long total) {}

    /**
     * When the purchase days were, as the churn features need it. None of it changes while time passes without a purchase day.
     *
     * @param recentDays those of the 365 days that end on the last purchase day
     * @param gaps between one purchase day and the next
     */
    public record Timing(RecentDays recentDays, PurchaseGaps gaps) {

        /** Without a purchase day. */
        public static final Timing NONE = new Timing(RecentDays.NONE, PurchaseGaps.NONE);
    }

    /** The same with what the dimensions of loyalty need. */
    public PurchaseHistory with(LoyaltyFacts facts) {
        return with(recent, facts);
    }

    /** The same in windows that end on another date. */
    public PurchaseHistory withWindows(Recent windows, LoyaltyFacts.Growth growth) {
        return with(windows, loyalty.with(growth));
    }

    private PurchaseHistory with(Recent windows, LoyaltyFacts facts) {
        return new PurchaseHistory(
                customerId,
                firstPurchaseDay,
                lastPurchaseDay,
                purchaseDays,
                gapSquares,
                windows,
                spend,
                quantity,
                facts,
                timing);
    }

    /** Returns whether there is a purchase day at all. */
    public boolean hasPurchase() {
        return purchaseDays > 0;
    }
}
