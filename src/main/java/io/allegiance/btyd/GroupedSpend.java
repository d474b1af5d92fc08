package io.allegiance.btyd;

import java.util.Arrays;
import java.util.Locale;

/**
 * The spend of a population's customers: on how many days and how much in all, the distinct pairs with the number of
 * customers who share them.
 *
 * <p>Days are repeat purchase days with a known spend above 0; the customer's first purchase day is left out. Sorted by
 * days, then total: sums do not depend on the order in which customers came. Immutable.
 */
public final class GroupedSpend {

    private final int[] days;
    private final double[] totals;
    private final int[] counts;

    private GroupedSpend(int[] days, double[] totals, int[] counts) {
        this.days = days;
        this.totals = totals;
        this.counts = counts;
    }

    /** Starts a collection of customers. */
    public static Builder builder() {
        return new Builder();
    }

    /** The number of distinct pairs. */
    public int size() {
        return days.length;
    }

    /** The number of customers. */
    public long customers() {
        return Arrays.stream(counts).asLongStream().sum();
    }

    /** The observed spend of a purchase day, each customer's mean counting once; 0 without customers. */
    public double meanSpend() {
        double sum = 0;
        for (int group = 0; group < size(); group++) {
            sum += count(group) * (total(group) / days(group));
        }
        return size() == 0 ? 0 : sum / customers();
    }

    int days(int group) {
        return days[group];
    }

    double total(int group) {
        return totals[group];
    }

    int count(int group) {
        return counts[group];
    }

    /** Collects customers one by one, in any order, in at most 32 bytes each. Not safe for use by several threads. */
    public static final class Builder {

        private int[] days = new int[1024];
        private double[] totals = new double[1024];
        private int size;

        private Builder() {}

        /**
         * Adds one customer.
         *
         * @param purchaseDays the repeat purchase days with a known spend above 0, at least 1
         * @param totalSpend what was spent on them together, in the reporting currency; positive
         * @throws IllegalArgumentException when a number is out of range
         */
        public Builder addCustomer(int purchaseDays, double totalSpend) {
            if (purchaseDays < 1 || purchaseDays > PurchaseSummary.MAXIMUM_AGE_DAYS) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "purchaseDays must be in [1, %d]; was %d",
                        PurchaseSummary.MAXIMUM_AGE_DAYS,
                        purchaseDays));
            }
            if (size == days.length) {
                days = Arrays.copyOf(days, 2 * size);
                totals = Arrays.copyOf(totals, 2 * size);
            }
            days[size] = purchaseDays;
            totals[size++] = Parameters.positive("totalSpend", totalSpend);
            return this;
        }

        /** The customers collected until now. */
        public GroupedSpend build() {
            int[] end = endOfEachNumberOfDays();
            int[] next = end.clone();
            double[] sorted = new double[size];
            for (int i = 0; i < size; i++) {
                sorted[--next[days[i]]] = totals[i];
            }
            int[] sortedDays = new int[size];
            for (int number = 1; number < end.length; number++) {
                Arrays.sort(sorted, end[number - 1], end[number]);
                Arrays.fill(sortedDays, end[number - 1], end[number], number);
            }
            return distinct(sortedDays, sorted);
        }

        private int[] endOfEachNumberOfDays() {
            int most = Arrays.stream(days, 0, size).max().orElse(0);
            int[] end = new int[most + 1];
            for (int i = 0; i < size; i++) {
                end[days[i]]++;
            }
            Arrays.parallelPrefix(end, Integer::sum);
            return end;
        }

        private static GroupedSpend distinct(int[] days, double[] totals) {
            int[] counts = new int[days.length];
            int groups = 0;
            for (int i = 0; i < days.length; i++) {
                boolean repeated = groups > 0 && days[groups - 1] == days[i] && totals[groups - 1] == totals[i];
                groups += repeated ? 0 : 1;
                days[groups - 1] = days[i];
                totals[groups - 1] = totals[i];
                counts[groups - 1]++;
            }
            return new GroupedSpend(
                    Arrays.copyOf(days, groups), Arrays.copyOf(totals, groups), Arrays.copyOf(counts, groups));
        }
    }
}
