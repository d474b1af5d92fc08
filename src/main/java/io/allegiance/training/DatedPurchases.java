package io.allegiance.training;

import io.allegiance.history.Deductions;
import io.allegiance.history.HistoryDay;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The purchase days of one customer as a {@link PurchaseLog} keeps them; some 20 bytes a day.
 *
 * @param id the customer's id
 * @param days ascending, as days since the epoch
 * @param spend of each day, no return taken off; {@link Long#MIN_VALUE} where it is unknown
 * @param quantity of each day; {@link Long#MIN_VALUE} where it is unknown
 * @param deductions what returns take off the spend
 */
record DatedPurchases(String id, int[] days, long[] spend, long[] quantity, Deductions deductions) {

    private static final long UNKNOWN = Long.MIN_VALUE;

    /** Keeps purchase days, which come in order of their dates. */
    static DatedPurchases of(String id, List<HistoryDay> purchases, Deductions deductions) {
        return new DatedPurchases(
                id,
                purchases.stream()
                        .mapToInt(day -> Math.toIntExact(day.businessDate().toEpochDay()))
                        .toArray(),
                purchases.stream().mapToLong(day -> orUnknown(day.spend())).toArray(),
                purchases.stream().mapToLong(day -> orUnknown(day.quantity())).toArray(),
                deductions);
    }

    private static long orUnknown(@Nullable Long value) {
        return value == null ? UNKNOWN : value;
    }

    /** How many of the days are not after a date. */
    int countUpTo(long epochDay) {
        int found = Arrays.binarySearch(days, Math.toIntExact(epochDay));
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** The day at an index, from 0. */
    HistoryDay day(int index) {
        return new HistoryDay(LocalDate.ofEpochDay(days[index]), true, known(spend[index]), known(quantity[index]));
    }

    private static @Nullable Long known(long value) {
        return value == UNKNOWN ? null : value;
    }
}
