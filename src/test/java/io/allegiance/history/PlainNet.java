package io.allegiance.history;

import io.allegiance.purchase.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Net spend as its definition says it, a look at all days for each return: what tests hold {@link NetSpend} against. */
public final class PlainNet {

    private final List<TradeDay> purchases = new ArrayList<>();
    private final Map<LocalDate, Long> left = new HashMap<>();

    private PlainNet() {}

    /** The days up to a date, which come in order, with net spend as of the date. */
    public static List<HistoryDay> of(List<TradeDay> days, LocalDate asOf) {
        PlainNet net = new PlainNet();
        List<TradeDay> known = days.stream()
                .filter(day -> !day.day().businessDate().isAfter(asOf))
                .toList();
        known.forEach(net::add);
        return known.stream().map(day -> net.net(day.day())).toList();
    }

    private HistoryDay net(HistoryDay day) {
        Long spend = left.get(day.businessDate());
        return day.purchaseDay() ? day.withSpend(spend == Money.UNKNOWN ? null : spend) : day;
    }

    private void add(TradeDay day) {
        if (day.day().purchaseDay()) {
            purchases.add(0, day);
            left.put(
                    day.day().businessDate(),
                    day.day().spend() == null ? Money.UNKNOWN : day.day().spend());
        }
        List<ReturnSum> returns = new ArrayList<>(day.returns());
        returns.sort(Comparator.comparingLong(ReturnSum::transaction).thenComparingLong(ReturnSum::product));
        returns.stream().filter(each -> each.amount() == Money.UNKNOWN).forEach(this::makeUnknown);
        returns.removeIf(each -> each.amount() == Money.UNKNOWN);
        returns.replaceAll(
                each -> takeOff(each, day1 -> keys(day1.transactions()).contains(each.transaction())));
        returns.replaceAll(each -> takeOff(each, day1 -> keys(day1.products()).contains(each.product())));
        returns.forEach(each -> takeOff(each, any -> true));
    }

    private void makeUnknown(ReturnSum each) {
        purchases.stream()
                .filter(day -> keys(day.transactions()).contains(each.transaction()))
                .findFirst()
                .or(() -> purchases.stream()
                        .filter(day -> keys(day.products()).contains(each.product()))
                        .findFirst())
                .or(() -> purchases.stream().findFirst())
                .ifPresent(day -> left.put(day.day().businessDate(), Money.UNKNOWN));
    }

    private ReturnSum takeOff(ReturnSum each, Predicate<TradeDay> belongs) {
        long rest = each.amount();
        for (TradeDay day : purchases) {
            LocalDate date = day.day().businessDate();
            if (belongs.test(day) && left.get(date) == Money.UNKNOWN) {
                rest = 0;
            } else if (belongs.test(day)) {
                long off = Math.min(rest, left.get(date));
                left.merge(date, -off, Long::sum);
                rest -= off;
            }
        }
        return new ReturnSum(each.transaction(), each.product(), rest);
    }

    private static Set<Long> keys(Keys keys) {
        Set<Long> set = new HashSet<>();
        keys.forEach(set::add);
        return set;
    }
}
