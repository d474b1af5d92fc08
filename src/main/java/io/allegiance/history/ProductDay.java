package io.allegiance.history;

/**
 * A customer's purchases of one product on one business date; returns do not count.
 *
 * @param product empty where unknown
 * @param category empty where unknown
 * @param purchaseLines at least 1
 * @param purchaseAmount in ten-thousandths of the reporting currency, or {@link io.allegiance.purchase.Money#UNKNOWN}
 *     where the amount of any line is unknown
 * @param quantity in thousandths, unknown in the same way
 */
public record ProductDay(String product, String category, int purchaseLines, long purchaseAmount, long quantity) {}
