package io.allegiance.churn;

import io.allegiance.btyd.PurchaseForecast;
import io.allegiance.btyd.PurchaseModel;
import io.allegiance.btyd.PurchaseSummary;
import io.allegiance.history.PurchaseHistory;
import java.time.LocalDate;

/**
 * The input of features: a customer with a purchase day, with the history as of a date and the purchase model's forecast.
 *
 * @param history as of the date
 * @param summary (x, t_x, T) of it
 * @param daysSinceLastPurchase from the last purchase day to the date
 * @param forecast the purchase model's forecast for the next H days
 */
public record CustomerAsOf(
        PurchaseHistory history, PurchaseSummary summary, int daysSinceLastPurchase, PurchaseForecast forecast) {

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
     * Looks at a customer.
     *
     * @param asOf the date of the history
     * @throws IllegalArgumentException when the history has no purchase day or reaches beyond the date
     */
    public static CustomerAsOf of(PurchaseHistory history, LocalDate asOf, PurchaseModel model, int horizonDays) {
        PurchaseSummary summary = summary(history, asOf);
        return new CustomerAsOf(
                history,
                summary,
                summary.ageDays() - summary.lastPurchaseAgeDays(),
                model.forecast(summary, horizonDays));
    }

    /**
     * (x, t_x, T) of a history.
     *
     * @throws IllegalArgumentException as {@link #of}
     */
    public static PurchaseSummary summary(PurchaseHistory history, LocalDate asOf) {
        LocalDate first = history.firstPurchaseDay();
        LocalDate last = history.lastPurchaseDay();
        if (first == null || last == null) {
            throw new IllegalArgumentException("a customer without a purchase day has no purchase summary");
        }
        return new PurchaseSummary(history.purchaseDays() - 1, days(first, last), days(first, asOf));
    }

    private static int days(LocalDate from, LocalDate to) {
        return Math.toIntExact(to.toEpochDay() - from.toEpochDay());
    }
}
