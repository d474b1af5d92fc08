package io.allegiance.history;

import io.allegiance.calendar.DateRange;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** A history as its definition says it, without a fold: the second implementation that tests hold the fold against. */
public final class PlainHistory {

    private PlainHistory() {}

    public static PurchaseHistory of(String customerId, LocalDate asOf, Collection<HistoryDay> days) {
        return of(customerId, asOf, days, List.of());
    }

    /** With days on which the shop was shut, which may overlap. */
    public static PurchaseHistory of(
            String customerId, LocalDate asOf, Collection<HistoryDay> days, List<DateRange> shut) {
        List<HistoryDay> purchases = days.stream()
                .filter(HistoryDay::purchaseDay)
                .filter(day -> !day.businessDate().isAfter(asOf))
                .sorted(Comparator.comparing(HistoryDay::businessDate))
                .toList();
        List<HistoryDay> lastYear = purchases.stream()
                .filter(day -> asOf.toEpochDay() - day.businessDate().toEpochDay() < 365)
                .toList();
        List<HistoryDay> repeats = purchases.stream()
                .skip(1)
                .filter(day -> day.spend() != null && day.spend() > 0)
                .toList();
        List<HistoryDay> spendKnown =
                purchases.stream().filter(day -> day.spend() != null).toList();
        List<HistoryDay> quantityKnown =
                purchases.stream().filter(day -> day.quantity() != null).toList();
        return new PurchaseHistory(
                customerId,
                purchases.isEmpty() ? null : purchases.get(0).businessDate(),
                purchases.isEmpty() ? null : purchases.get(purchases.size() - 1).businessDate(),
                purchases.size(),
                gapSquares(purchases, shut),
                new PurchaseHistory.Recent(
                        (int) purchases.stream()
                                .filter(day -> day.businessDate().isAfter(asOf.minusDays(90)))
                                .count(),
                        lastYear.size(),
                        lastYear.stream().anyMatch(day -> day.spend() == null) ? null : total(lastYear)),
                new PurchaseHistory.Spend(spendKnown.size(), total(spendKnown), repeats.size(), total(repeats)),
                new PurchaseHistory.Bought(
                        quantityKnown.size(),
                        quantityKnown.stream().mapToLong(HistoryDay::quantity).sum()),
                timing(purchases, shut));
    }

    private static PurchaseHistory.Timing timing(List<HistoryDay> purchases, List<DateRange> shut) {
        RecentDays days = RecentDays.NONE;
        PurchaseGaps gaps = PurchaseGaps.NONE;
        for (int i = 0; i < purchases.size(); i++) {
            int gap = i == 0 ? 0 : gap(purchases, i, shut);
            days = days.plus(gap);
            gaps = i == 0 ? gaps : gaps.plus(gap);
        }
        return new PurchaseHistory.Timing(days, gaps);
    }

    private static long gapSquares(List<HistoryDay> purchases, List<DateRange> shut) {
        long sum = 0;
        for (int i = 1; i < purchases.size(); i++) {
            long gap = gap(purchases, i, shut);
            sum += gap * gap;
        }
        return sum;
    }

    /** The open days after one purchase day up to the next, at least 1. */
    private static int gap(List<HistoryDay> purchases, int index, List<DateRange> shut) {
        LocalDate before = purchases.get(index - 1).businessDate();
        long open = before.plusDays(1)
                .datesUntil(purchases.get(index).businessDate().plusDays(1))
                .filter(day -> shut.stream().noneMatch(range -> range.contains(day)))
                .count();
        return (int) Math.max(1, open);
    }

    private static long total(List<HistoryDay> days) {
        return days.stream().mapToLong(HistoryDay::spend).sum();
    }
}
