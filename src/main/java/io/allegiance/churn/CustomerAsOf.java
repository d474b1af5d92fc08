package io.allegiance.churn;

import io.allegiance.btyd.PurchaseForecast;
import io.allegiance.btyd.PurchaseSummary;
import io.allegiance.calendar.OpenDays;
import io.allegiance.history.PurchaseHistory;
import java.time.LocalDate;

/**
 * The input of features: a customer with a purchase day, with the history as of a date and the purchase model's forecast.
 *
 * @param history as of the date
 * @param summary (x, t_x, T) of it
 * @param daysSinceLastPurchase from the last purchase day to the date
 * @param forecast the purchase model's forecast for the next H days
 * @param recent how much the customer bought lately
 * @param ownHazard h of {@link PopulationAsOf}, in [0, 1]
 */
public record CustomerAsOf(
        PurchaseHistory history,
        PurchaseSummary summary,
        int daysSinceLastPurchase,
        PurchaseForecast forecast,
        RecentActivity recent,
        double ownHazard) {

    /** The purchase model's P(no purchase day in the next H days). */
    public double modelChurn() {
        return forecast.churnProbability();
    }

    /** ln(churn / (1 - churn)) of it, finite. */
    public double modelLogit() {
        return forecast.churnLogit();
    }

    /** Its P(alive). */
    public double probabilityAlive() {
        return forecast.probabilityAlive();
    }

    /**
     * (x, t_x, T) of a history, t_x and T in open days. A purchase day on which the shop is said to be shut counts as one.
     *
     * @throws IllegalArgumentException when the history has no purchase day or reaches beyond the date
     */
    public static PurchaseSummary summary(PurchaseHistory history, LocalDate asOf, OpenDays openDays) {
        LocalDate first = history.firstPurchaseDay();
        LocalDate last = history.lastPurchaseDay();
        if (first == null || last == null) {
            throw new IllegalArgumentException("a customer without a purchase day has no purchase summary");
        }
        int repeats = history.purchaseDays() - 1;
        int lastAge = Math.max(repeats, openDays.between(first, last));
        return new PurchaseSummary(repeats, lastAge, Math.max(lastAge, openDays.between(first, asOf)));
    }
}
