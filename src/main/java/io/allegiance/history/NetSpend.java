package io.allegiance.history;

import io.allegiance.history.Deductions.Deduction;
import io.allegiance.purchase.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Net spend: finds the purchase days that a customer's returns belong to, none of them after the return. A return belongs to
 *
 * <ol>
 *   <li>the newest day with the same transaction,
 *   <li>else the newest day on which the same product was bought,
 *   <li>else the newest purchase day.
 * </ol>
 *
 * <p>It takes no day below 0. What a day cannot bear goes on to the next day by the same rule, so that the purchases less the returns
 * of a customer are what all days have left, however the returns name them; what no day can bear is dropped and reduces no later
 * purchase. A return of an unknown amount makes the day unknown that it belongs to, and an unknown day bears any return.
 *
 * <p>Returns come in the order of their days. Those of one day are taken off together: first the unknown ones, then all as far as
 * they find their transaction, then as far as they find their product; where two want more than a day has left, the first in the order
 * of their hashes gets it. So later days change nothing of what earlier returns do.
 * For one customer.
 */
public final class NetSpend {

    /** Some 100 MB; beyond, only the newest days are found by transaction or product. */
    private static final int MOST_KEYS = 500_000;

    private final List<LocalDate> dates = new ArrayList<>();
    private final Map<Long, List<Integer>> byTransaction = new HashMap<>();
    private final Map<Long, List<Integer>> byProduct = new HashMap<>();
    private final List<Integer> all = new ArrayList<>();
    private final List<Deduction> deductions = new ArrayList<>();
    private long[] left = new long[8];

    private NetSpend() {}

    /** The deductions of all returns of a customer's days, which come in the order of their dates. */
    public static Deductions deduct(List<TradeDay> days) {
        NetSpend net = new NetSpend();
        days.forEach(net::addDay);
        return net.deductions.isEmpty() ? Deductions.NONE : new Deductions(net.deductions);
    }

    private void addDay(TradeDay day) {
        if (day.day().purchaseDay()) {
            addPurchases(day);
        }
        if (!day.returns().isEmpty() && !all.isEmpty()) {
            takeOff(day.day().businessDate(), day.returns());
        }
    }

    private void addPurchases(TradeDay day) {
        int index = all.size();
        left = index == left.length ? Arrays.copyOf(left, 2 * index) : left;
        Long spend = day.day().spend();
        left[index] = spend == null ? Money.UNKNOWN : spend;
        dates.add(day.day().businessDate());
        all.add(index);
        day.transactions().forEach(key -> put(byTransaction, key, index));
        day.products().forEach(key -> put(byProduct, key, index));
    }

    private static void put(Map<Long, List<Integer>> map, long key, int index) {
        if (map.size() == MOST_KEYS) {
            map.clear();
        }
        map.computeIfAbsent(key, any -> new ArrayList<>(1)).add(index);
    }

    private void takeOff(LocalDate date, List<ReturnSum> returns) {
        List<ReturnSum> known = new ArrayList<>();
        for (ReturnSum each : returns.stream().sorted(ReturnSum.ORDER).toList()) {
            if (each.amount() == Money.UNKNOWN) {
                makeUnknown(date, each);
            } else {
                known.add(each);
            }
        }
        long[] amounts = known.stream().mapToLong(ReturnSum::amount).toArray();
        for (int i = 0; i < amounts.length; i++) {
            amounts[i] =
                    takeOff(date, amounts[i], daysOf(byTransaction, known.get(i).transaction()));
        }
        for (int i = 0; i < amounts.length; i++) {
            amounts[i] =
                    takeOff(date, amounts[i], daysOf(byProduct, known.get(i).product()));
        }
        for (long amount : amounts) {
            takeOff(date, amount, all);
        }
    }

    private static List<Integer> daysOf(Map<Long, List<Integer>> map, long key) {
        return map.getOrDefault(key, List.of());
    }

    private void makeUnknown(LocalDate date, ReturnSum unknown) {
        List<Integer> days = daysOf(byTransaction, unknown.transaction());
        days = days.isEmpty() ? daysOf(byProduct, unknown.product()) : days;
        days = days.isEmpty() ? all : days;
        int index = days.get(days.size() - 1);
        if (left[index] != Money.UNKNOWN) {
            left[index] = Money.UNKNOWN;
            deductions.add(new Deduction(date, dates.get(index), Money.UNKNOWN));
        }
    }

    /** Takes an amount off days, the newest first; returns what they cannot bear. */
    private long takeOff(LocalDate date, long amount, List<Integer> days) {
        long rest = amount;
        for (int i = days.size() - 1; i >= 0 && rest > 0; i--) {
            int index = days.get(i);
            if (left[index] == Money.UNKNOWN) {
                return 0;
            }
            long off = Math.min(left[index], rest);
            if (off > 0) {
                left[index] -= off;
                rest -= off;
                deductions.add(new Deduction(date, dates.get(index), off));
            }
        }
        return rest;
    }
}
