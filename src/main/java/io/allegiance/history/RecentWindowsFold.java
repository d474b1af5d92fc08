package io.allegiance.history;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Folds purchase days into the totals of the windows that end on a date. */
public final class RecentWindowsFold {

    private final LocalDate asOf;
    private int purchaseDays90;
    private int purchaseDays365;
    private long spend365;
    private boolean spend365Known = true;

    public RecentWindowsFold(LocalDate asOf) {
        this.asOf = asOf;
    }

    /** Adds a purchase day, which must not be after the date; its spend may be unknown. */
    public void addDay(LocalDate day, @Nullable Long spend) {
        long daysAgo = asOf.toEpochDay() - day.toEpochDay();
        if (daysAgo < PurchaseHistory.SHORT_WINDOW_DAYS) {
            purchaseDays90++;
        }
        if (daysAgo >= PurchaseHistory.WINDOW_DAYS) {
            return;
        }
        purchaseDays365++;
        if (spend == null) {
            spend365Known = false;
        } else {
            spend365 = Math.addExact(spend365, spend);
        }
    }

    public PurchaseHistory.Recent toRecent() {
        return new PurchaseHistory.Recent(purchaseDays90, purchaseDays365, spend365Known ? spend365 : null);
    }
}
