package io.allegiance.history;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The part of a customer's day that a history is folded from.
 *
 * @param businessDate the accounting day
 * @param purchaseDay whether it is a purchase day
 * @param spend in ten-thousandths of the reporting currency, net once the returns have been taken off; null where unknown
 * @param quantity in thousandths; null where unknown
 */
public record HistoryDay(
        LocalDate businessDate,
        boolean purchaseDay,
        @Nullable Long spend,
        @Nullable Long quantity) {

    /** The same day with another spend. */
    HistoryDay withSpend(@Nullable Long other) {
        return new HistoryDay(businessDate, purchaseDay, other, quantity);
    }
}
