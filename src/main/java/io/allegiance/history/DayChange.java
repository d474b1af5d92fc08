package io.allegiance.history;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a customer's day differs from what was taken in before.
 *
 * @param customerId whose day
 * @param businessDate which day
 * @param replaces whether the day was taken in before, with other content
 * @param day what it is now; null where no line of the day is left
 * @param contentHash of what it is now, in hexadecimal; empty where nothing is left
 */
public record DayChange(
        String customerId,
        LocalDate businessDate,
        boolean replaces,
        @Nullable CustomerDay day,
        String contentHash) {}
