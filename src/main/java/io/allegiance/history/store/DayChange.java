package io.allegiance.history.store;

import io.allegiance.platform.load.BulkRow;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The difference of a customer's day from what was taken in before.
 *
 * @param customerId whose day
 * @param businessDate which day
 * @param replaces whether the day was taken in before, with other content
 * @param row what it is now, as a row of {@code customer_day}; null where no line of the day is left
 */
public record DayChange(
        String customerId,
        LocalDate businessDate,
        boolean replaces,
        @Nullable BulkRow row) {}
