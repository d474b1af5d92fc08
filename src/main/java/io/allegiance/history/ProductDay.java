package io.allegiance.history;

import org.jspecify.annotations.Nullable;

/**
 * What a customer bought of one product on one business date; returns do not count.
 *
 * @param product empty where unknown
 * @param category empty where unknown
 * @param purchaseLines at least 1
 * @param purchaseAmount in ten-thousandths of the reporting currency; null where the amount of any line is unknown
 * @param quantity in thousandths; null where the quantity of any line is unknown
 */
public record ProductDay(
        String product,
        String category,
        int purchaseLines,
        @Nullable Long purchaseAmount,
        @Nullable Long quantity) {}
