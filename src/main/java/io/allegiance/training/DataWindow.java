package io.allegiance.training;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The data that a model was fitted from.
 *
 * @param firstPurchaseDay the first purchase day of all; null where none exists
 * @param lastDay the as-of date, whose purchases count
 * @param customers customers with a purchase day up to it
 * @param repeatCustomers those with a repeat purchase
 * @param purchaseDays their purchase days
 * @param sampledCustomers those whose past outcomes the churn model was fitted on: all, or a sample where they are many
 * @param seed of that sample; nothing else about a model is left to chance
 * @param leftOut the lines up to the as-of date that were rejected; null where none were, and in models of earlier versions
 */
public record DataWindow(
        @Nullable LocalDate firstPurchaseDay,
        LocalDate lastDay,
        long customers,
        long repeatCustomers,
        long purchaseDays,
        int sampledCustomers,
        long seed,
        @Nullable LeftOut leftOut) {

    /** The same with what was left out; null for nothing. */
    DataWindow withLeftOut(@Nullable LeftOut known) {
        return new DataWindow(
                firstPurchaseDay, lastDay, customers, repeatCustomers, purchaseDays, sampledCustomers, seed, known);
    }
}
