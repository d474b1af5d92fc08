package io.allegiance.history;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Folds a customer's days, in order of their dates, into the {@link PurchaseHistory} as of a date. */
public final class HistoryFold {

    private final String customerId;
    private final LocalDate asOf;
    private @Nullable LocalDate firstPurchaseDay;
    private @Nullable LocalDate lastPurchaseDay;
    private int purchaseDays;
    private int purchaseDays365;
    private long spend365;
    private boolean spend365Known = true;
    private int repeatSpendDays;
    private long repeatSpend;

    public HistoryFold(String customerId, LocalDate asOf) {
        this.customerId = customerId;
        this.asOf = asOf;
    }

    /**
     * Adds the next day.
     *
     * @throws IllegalArgumentException when the day lies after the date, or not after the purchase day before
     */
    public void add(HistoryDay day) {
        requireNext(day.businessDate());
        if (!day.purchaseDay()) {
            return;
        }
        Long spend = day.spend();
        if (firstPurchaseDay == null) {
            firstPurchaseDay = day.businessDate();
        } else if (spend != null && spend > 0) {
            repeatSpendDays++;
            repeatSpend = Math.addExact(repeatSpend, spend);
        }
        lastPurchaseDay = day.businessDate();
        purchaseDays++;
        addToWindow(day.businessDate(), spend);
    }

    private void requireNext(LocalDate day) {
        if (day.isAfter(asOf)) {
            throw new IllegalArgumentException("a day must not lie after the date " + asOf + "; was " + day);
        }
        if (lastPurchaseDay != null && !day.isAfter(lastPurchaseDay)) {
            throw new IllegalArgumentException("days must come in order; " + day + " came after " + lastPurchaseDay);
        }
    }

    private void addToWindow(LocalDate day, @Nullable Long spend) {
        if (!day.isAfter(asOf.minusDays(PurchaseHistory.WINDOW_DAYS))) {
            return;
        }
        purchaseDays365++;
        if (spend == null) {
            spend365Known = false;
        } else {
            spend365 = Math.addExact(spend365, spend);
        }
    }

    /** Gets the history of the days so far. */
    public PurchaseHistory toPurchaseHistory() {
        return new PurchaseHistory(
                customerId,
                firstPurchaseDay,
                lastPurchaseDay,
                purchaseDays,
                purchaseDays365,
                spend365Known ? spend365 : null,
                repeatSpendDays,
                repeatSpend);
    }
}
