package io.allegiance.history;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * The counts of one day's lines that one partition read.
 *
 * @param businessDate the day
 * @param takenIn lines of a customer, accepted
 * @param anonymous lines without a customer: counted, not scored
 * @param rejected lines that no rule lets in
 * @param amountSum of all of them, as they came
 * @param purchaseAmount of the customer days folded whose purchases all have a known amount, in the reporting
 *     currency
 */
public record DayLineCount(
        LocalDate businessDate,
        long takenIn,
        long anonymous,
        long rejected,
        BigDecimal amountSum,
        BigDecimal purchaseAmount) {

    /**
     * Adds what another partition, or another database, read of the same day.
     *
     * @throws IllegalArgumentException when the other is of another day
     */
    public DayLineCount plus(DayLineCount other) {
        if (!businessDate.equals(other.businessDate)) {
            throw new IllegalArgumentException(
                    "only counts of one day add up; were of %s and %s".formatted(businessDate, other.businessDate));
        }
        return new DayLineCount(
                businessDate,
                takenIn + other.takenIn,
                anonymous + other.anonymous,
                rejected + other.rejected,
                amountSum.add(other.amountSum),
                purchaseAmount.add(other.purchaseAmount));
    }

    /** Returns the number of all lines. */
    public long lines() {
        return takenIn + anonymous + rejected;
    }
}
