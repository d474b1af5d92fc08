package io.allegiance.training;

import io.allegiance.btyd.GroupedSpend;
import io.allegiance.btyd.GroupedSummaries;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Customers' histories as of a date, as far as the fits need them: equal ones grouped, in an order of their own.
 *
 * @param firstPurchaseDay the first purchase day of all; null where there is none
 * @param purchases the triples (x, t_x, T) with their counts
 * @param spend repeat days with known spend above 0 and their total, with their counts
 */
public record TrainingSet(@Nullable LocalDate firstPurchaseDay, GroupedSummaries purchases, GroupedSpend spend) {}
