package io.allegiance.history;

import io.allegiance.purchase.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The RETURN lines of a customer's day, told apart: those inside a purchase are discounts, such as coupons; the others are returns.
 *
 * <p>A line is inside a purchase when its transaction has PURCHASE lines on the same day and all its RETURN lines together are less
 * than those. An unknown amount on either side makes them returns.
 *
 * @param discount what the discounts take off the day's purchases, in ten-thousandths of the reporting currency; known where those
 *     are
 * @param discounted hashes of the transactions with a discount above 0
 * @param returns the others, one for each transaction and product, in the order of their hashes; of more than {@link
 *     DayLimits#MOST_RETURNS} the rest as one more
 */
public record DayReturns(long discount, Set<Long> discounted, List<ReturnSum> returns) {

    /** A day without RETURN lines. */
    public static final DayReturns NONE = new DayReturns(0, Set.of(), List.of());

    public DayReturns {
        discounted = Set.copyOf(discounted);
        returns = List.copyOf(returns);
    }

    /**
     * Tells lines apart.
     *
     * @param lines the RETURN lines of a day, in any order
     * @param purchases the purchases of the day by the hash of their transaction; a sum may be unknown
     */
    static DayReturns of(List<ReturnSum> lines, Map<Long, Long> purchases) {
        Map<Long, Long> returned = new HashMap<>();
        lines.forEach(line -> returned.merge(line.transaction(), line.amount(), DayAmounts::plus));
        long discount = 0;
        Set<Long> inside = new HashSet<>();
        for (Map.Entry<Long, Long> transaction : returned.entrySet()) {
            if (transaction.getKey() != MatchKey.NONE
                    && isInside(transaction.getValue(), purchases.get(transaction.getKey()))) {
                inside.add(transaction.getKey());
                discount = DayAmounts.plus(discount, transaction.getValue());
            }
        }
        Set<Long> discounted = new HashSet<>(inside);
        discounted.removeIf(transaction -> returned.getOrDefault(transaction, 0L) == 0);
        return new DayReturns(discount, discounted, sum(lines, inside));
    }

    private static boolean isInside(long returned, @Nullable Long bought) {
        return returned != Money.UNKNOWN && bought != null && returned < bought;
    }

    private static List<ReturnSum> sum(List<ReturnSum> lines, Set<Long> inside) {
        Map<ReturnSum, ReturnSum> sums =
                new TreeMap<>(Comparator.comparingLong(ReturnSum::transaction).thenComparingLong(ReturnSum::product));
        for (ReturnSum line : lines) {
            if (!inside.contains(line.transaction())) {
                sums.merge(line, line, ReturnSum::plus);
            }
        }
        return bounded(new ArrayList<>(sums.values()));
    }

    /** Those beyond the limit are one return that names neither transaction nor product. */
    private static List<ReturnSum> bounded(List<ReturnSum> sums) {
        if (sums.size() <= DayLimits.MOST_RETURNS) {
            return sums;
        }
        List<ReturnSum> kept = new ArrayList<>(sums.subList(0, DayLimits.MOST_RETURNS));
        ReturnSum others = sums.subList(DayLimits.MOST_RETURNS, sums.size()).stream()
                .reduce(new ReturnSum(MatchKey.NONE, MatchKey.NONE, 0), ReturnSum::plus);
        kept.add(others);
        return kept;
    }
}
