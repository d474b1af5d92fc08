package io.allegiance.history;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The part of a customer's day that a history is folded from.
 *
 * @param businessDate the accounting day
 * @param purchaseDay whether it is a purchase day
 * @param spend in ten-thousandths of the reporting currency; null where unknown
 * @param quantity in thousandths; null where unknown
 */
public record HistoryDay(
        LocalDate businessDate,
        boolean purchaseDay,
        @Nullable Long spend,
        @Nullable Long quantity) {}
