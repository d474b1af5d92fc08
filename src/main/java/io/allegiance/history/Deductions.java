package io.allegiance.history;

import io.allegiance.purchase.Money;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a customer's returns take off the spend of which purchase days. As of a date only returns up to it count.
 *
 * @param list in the order of the returns' days
 */
public record Deductions(List<Deduction> list) {

    /** Nothing was returned. */
    public static final Deductions NONE = new Deductions(List.of());

    public Deductions {
        list = List.copyOf(list);
    }

    /**
     * What a return takes off.
     *
     * @param returnedOn the day of the return
     * @param purchaseDay the day it belongs to, not after it
     * @param amount above 0, in ten-thousandths of the reporting currency; {@link Money#UNKNOWN} makes the spend of the day unknown
     */
    public record Deduction(LocalDate returnedOn, LocalDate purchaseDay, long amount) {}

    /** Those of returns up to a date. */
    public Deductions upTo(LocalDate asOf) {
        return list.isEmpty() || !list.get(list.size() - 1).returnedOn().isAfter(asOf)
                ? this
                : new Deductions(list.stream()
                        .takeWhile(each -> !each.returnedOn().isAfter(asOf))
                        .toList());
    }

    /** The days with net spend as of a date: the same list where nothing was returned up to it. */
    public List<HistoryDay> net(List<HistoryDay> days, LocalDate asOf) {
        Map<LocalDate, Long> off = new HashMap<>();
        for (Deduction each : upTo(asOf).list) {
            off.merge(each.purchaseDay(), each.amount(), DayAmounts::plus);
        }
        return off.isEmpty()
                ? days
                : days.stream()
                        .map(day -> day.withSpend(net(day.spend(), off.get(day.businessDate()))))
                        .toList();
    }

    private static @Nullable Long net(@Nullable Long spend, @Nullable Long off) {
        if (spend == null || off == null) {
            return spend;
        }
        return off == Money.UNKNOWN ? null : Long.valueOf(Math.subtractExact(spend, off));
    }
}
