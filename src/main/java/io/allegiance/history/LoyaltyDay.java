package io.allegiance.history;

import java.util.List;

/**
 * A customer's day as the facts of loyalty are folded from it.
 *
 * @param day what the history is folded from
 * @param returned whether something was returned; a discount that came as a return is none
 * @param discountKnownLines purchase lines whose discount is known
 * @param fullPriceLines purchase lines whose discount is known to be 0
 * @param products what was bought
 */
public record LoyaltyDay(
        HistoryDay day, boolean returned, int discountKnownLines, int fullPriceLines, List<ProductLines> products) {

    public LoyaltyDay {
        products = List.copyOf(products);
    }

    /** The same with the day of other spend. */
    public LoyaltyDay with(HistoryDay other) {
        return new LoyaltyDay(other, returned, discountKnownLines, fullPriceLines, products);
    }

    /**
     * Lines of one product.
     *
     * @param product empty where unknown
     * @param category empty where unknown
     * @param lines at least 1
     */
    public record ProductLines(String product, String category, int lines) {}
}
