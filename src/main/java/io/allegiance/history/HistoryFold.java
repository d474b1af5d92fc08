package io.allegiance.history;

import io.allegiance.calendar.OpenDays;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Folds a customer's days, in order of their dates, into the {@link PurchaseHistory} as of a date. Nights and training
 * fold with this class alone, so that a history means the same to both.
 */
public final class HistoryFold {

    private final String customerId;
    private final LocalDate asOf;
    private final OpenDays openDays;
    private final RecentWindowsFold recent;
    private @Nullable LocalDate firstPurchaseDay;
    private @Nullable LocalDate lastPurchaseDay;
    private int purchaseDays;
    private long gapSquares;
    private RecentDays recentDays = RecentDays.NONE;
    private PurchaseGaps gaps = PurchaseGaps.NONE;
    private int spendDays;
    private long spend;
    private int repeatSpendDays;
    private long repeatSpend;
    private int quantityDays;
    private long quantity;

    /**
     * @param customerId whose days
     * @param asOf the date of the history
     * @param openDays of the shop: gaps between purchase days are counted in them
     */
    public HistoryFold(String customerId, LocalDate asOf, OpenDays openDays) {
        this.customerId = customerId;
        this.openDays = openDays;
        this.asOf = asOf;
        this.recent = new RecentWindowsFold(asOf);
    }

    /**
     * Adds the next day.
     *
     * @throws IllegalArgumentException when the day is after the date, or not after the purchase day before
     */
    public void addDay(HistoryDay day) {
        requireNext(day.businessDate());
        if (!day.purchaseDay()) {
            return;
        }
        addSpend(day.spend());
        addQuantity(day.quantity());
        recent.addDay(day.businessDate(), day.spend());
        addGap(day.businessDate());
        purchaseDays++;
    }

    private void requireNext(LocalDate day) {
        if (day.isAfter(asOf)) {
            throw new IllegalArgumentException("a day must not lie after the date " + asOf + "; was " + day);
        }
        if (lastPurchaseDay != null && !day.isAfter(lastPurchaseDay)) {
            throw new IllegalArgumentException("days must come in order; " + day + " came after " + lastPurchaseDay);
        }
    }

    private void addSpend(@Nullable Long known) {
        if (known == null) {
            return;
        }
        spendDays++;
        spend = Math.addExact(spend, known);
        if (purchaseDays > 0 && known > 0) {
            repeatSpendDays++;
            repeatSpend = Math.addExact(repeatSpend, known);
        }
    }

    private void addQuantity(@Nullable Long known) {
        if (known != null) {
            quantityDays++;
            quantity = Math.addExact(quantity, known);
        }
    }

    private void addGap(LocalDate day) {
        if (firstPurchaseDay == null || lastPurchaseDay == null) {
            firstPurchaseDay = day;
            recentDays = recentDays.plus(0);
        } else {
            int gap = Math.max(1, openDays.between(lastPurchaseDay, day));
            gapSquares = Math.addExact(gapSquares, Math.multiplyExact((long) gap, gap));
            recentDays = recentDays.plus(gap);
            gaps = gaps.plus(gap);
        }
        lastPurchaseDay = day;
    }

    /** Returns the history of the days so far. */
    public PurchaseHistory toPurchaseHistory() {
        return new PurchaseHistory(
                customerId,
                firstPurchaseDay,
                lastPurchaseDay,
                purchaseDays,
                gapSquares,
                recent.toRecent(),
                new PurchaseHistory.Spend(spendDays, spend, repeatSpendDays, repeatSpend),
                new PurchaseHistory.Bought(quantityDays, quantity),
                new PurchaseHistory.Timing(recentDays, gaps));
    }
}
