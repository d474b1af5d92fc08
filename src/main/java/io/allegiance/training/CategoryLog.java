package io.allegiance.training;

import io.allegiance.crossselling.CategoryNames;
import io.allegiance.crossselling.CoPurchases;
import io.allegiance.customer.CustomerOrder;
import io.allegiance.history.CustomerCategories;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * When customers first bought of each category, up to a date, in memory, in order of customer: what cross-selling asks
 * of the past. Of many customers it holds a sample. Immutable; 8 bytes for each category of a customer.
 */
public final class CategoryLog {

    private final LocalDate lastDay;
    private final List<String> names;
    private final List<Customer> customers;

    private CategoryLog(LocalDate lastDay, List<String> names, List<Customer> customers) {
        this.lastDay = lastDay;
        this.names = names;
        this.customers = customers;
    }

    /**
     * One customer.
     *
     * @param firstPurchaseDay as days since the epoch, like all days here
     * @param bought ascending, in the upper half of each the first day of a category, in the lower the index of its
     *     name
     */
    private record Customer(String id, int firstPurchaseDay, long[] bought) {

        Customer withBought(long[] replaced) {
            return new Customer(id, firstPurchaseDay, replaced);
        }

        int countUpTo(long day) {
            int found = Arrays.binarySearch(bought, (day + 1) << Integer.SIZE);
            return found >= 0 ? found : -found - 1;
        }

        int[] categories(int from, int to) {
            return Arrays.stream(bought, from, to).mapToInt(each -> (int) each).toArray();
        }
    }

    private static long pack(long day, int category) {
        return (day << Integer.SIZE) | category;
    }

    /** The last day that it can hold. */
    public LocalDate lastDay() {
        return lastDay;
    }

    /** The categories that anybody bought of, in the order of their UTF-8 bytes; empty where the feed has none. */
    public List<String> names() {
        return names;
    }

    /** The number of customers with a purchase day. */
    public int size() {
        return customers.size();
    }

    /** Returns whether the customer at an index had a purchase day up to a date. */
    boolean isKnown(int index, LocalDate asOf) {
        return customers.get(index).firstPurchaseDay() <= asOf.toEpochDay();
    }

    /**
     * Of which categories a customer had bought up to a date.
     *
     * @return indices of {@link #names()}, each once
     * @throws IllegalArgumentException when the date is after the last day
     */
    int[] getOwned(int index, LocalDate asOf) {
        requireWithin(asOf);
        Customer customer = customers.get(index);
        return customer.categories(0, customer.countUpTo(asOf.toEpochDay()));
    }

    /**
     * Of which categories a customer bought for the first time in (after, after + days].
     *
     * @return indices of {@link #names()}, each once
     * @throws IllegalArgumentException when that reaches beyond the last day
     */
    int[] getAdded(int index, LocalDate after, int days) {
        requireWithin(after.plusDays(days));
        Customer customer = customers.get(index);
        return customer.categories(
                customer.countUpTo(after.toEpochDay()), customer.countUpTo(after.toEpochDay() + days));
    }

    /**
     * Counts who had bought of what, and of what together, up to a date.
     *
     * @throws IllegalArgumentException when the date is after the last day
     */
    public CoPurchases countCoPurchases(LocalDate asOf) {
        requireWithin(asOf);
        return CoPurchases.count(
                names,
                () -> IntStream.range(0, size())
                        .mapToObj(customer -> getOwned(customer, asOf))
                        .iterator());
    }

    private void requireWithin(LocalDate date) {
        if (date.isAfter(lastDay)) {
            throw new IllegalArgumentException("the log ends on " + lastDay + "; asked about " + date);
        }
    }

    /** Collects customers one after the other, in order of their ids. For one thread. */
    public static final class Builder {

        private static final int MOST_CUSTOMERS = TrainingSet.MOST_IN_LOG;

        /** About 80 MB: with hundreds of categories a smaller sample is as informative. */
        private static final long MOST_ENTRIES = 10_000_000;

        /** About 50 MB where names are long. A shop has thousands; more are most often names of products. */
        private static final int MOST_NAMES = 200_000;

        private final LocalDate lastDay;
        private final Set<String> leftOut;
        private final CustomerSample sample;
        private final long mostEntries;
        private final int mostNames;
        private final Map<String, Integer> indices = new HashMap<>();
        private final List<String> names = new ArrayList<>();
        private final List<Customer> customers = new ArrayList<>();
        private long entries;
        private String last = "";

        /**
         * @param lastDay days after it are left out
         * @param leftOut categories that are not products
         */
        public Builder(LocalDate lastDay, Collection<String> leftOut) {
            this(lastDay, leftOut, MOST_CUSTOMERS, MOST_ENTRIES, MOST_NAMES);
        }

        Builder(LocalDate lastDay, Collection<String> leftOut, int mostCustomers, long mostEntries, int mostNames) {
            this.lastDay = lastDay;
            this.leftOut = Set.copyOf(leftOut);
            this.sample = new CustomerSample(mostCustomers);
            this.mostEntries = mostEntries;
            this.mostNames = mostNames;
        }

        /**
         * Adds a customer; one without a purchase up to the last day adds nothing.
         *
         * @throws IllegalArgumentException when the customers do not come in the order of their ids' bytes
         */
        public void addCustomer(CustomerCategories customer) {
            String id = customer.customerId();
            if (!last.isEmpty() && CustomerOrder.compare(id, last) <= 0) {
                throw new IllegalArgumentException("customers must come in the order of their ids, each once");
            }
            last = id;
            if (!customer.firstPurchaseDay().isAfter(lastDay) && sample.contains(id)) {
                Customer kept = toCustomer(customer);
                customers.add(kept);
                entries += kept.bought().length;
                while (sample.isTooLarge(customers.size()) || entries > mostEntries || names.size() > mostNames) {
                    halve();
                }
            }
        }

        private Customer toCustomer(CustomerCategories customer) {
            return new Customer(
                    customer.customerId(),
                    Math.toIntExact(customer.firstPurchaseDay().toEpochDay()),
                    customer.bought().stream()
                            .filter(first -> !first.day().isAfter(lastDay) && !leftOut.contains(first.category()))
                            .mapToLong(first -> pack(first.day().toEpochDay(), index(first.category())))
                            .toArray());
        }

        private int index(String category) {
            return indices.computeIfAbsent(category, name -> {
                names.add(name);
                return names.size() - 1;
            });
        }

        private void halve() {
            sample.halve();
            customers.removeIf(kept -> !sample.contains(kept.id()));
            entries = customers.stream().mapToLong(kept -> kept.bought().length).sum();
            forgetUnusedNames();
        }

        private void forgetUnusedNames() {
            List<String> earlier = List.copyOf(names);
            names.clear();
            indices.clear();
            customers.replaceAll(kept -> kept.withBought(Arrays.stream(kept.bought())
                    .map(each -> pack(each >> Integer.SIZE, index(earlier.get((int) each))))
                    .toArray()));
        }

        /** The log of the customers added. */
        public CategoryLog build() {
            List<String> sorted = names.stream().sorted(CategoryNames.ORDER).toList();
            int[] places = new int[names.size()];
            for (int place = 0; place < places.length; place++) {
                places[indices.getOrDefault(sorted.get(place), 0)] = place;
            }
            List<Customer> ordered = customers.stream()
                    .map(customer -> customer.withBought(ordered(customer.bought(), places)))
                    .toList();
            return new CategoryLog(lastDay, sorted, ordered);
        }

        private static long[] ordered(long[] bought, int[] places) {
            return Arrays.stream(bought)
                    .map(each -> pack(each >> Integer.SIZE, places[(int) each]))
                    .sorted()
                    .toArray();
        }
    }
}
