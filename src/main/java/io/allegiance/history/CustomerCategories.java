package io.allegiance.history;

import java.time.LocalDate;
import java.util.List;

/**
 * Of which categories a customer ever bought up to a date.
 *
 * @param customerId who
 * @param firstPurchaseDay the first day on which anything was bought, of a known category or not
 * @param bought each known category once, in the order of the days
 */
public record CustomerCategories(String customerId, LocalDate firstPurchaseDay, List<First> bought) {

    public CustomerCategories {
        bought = List.copyOf(bought);
    }

    /** The first day on which a customer bought of a category. */
    public record First(String category, LocalDate day) {}
}
