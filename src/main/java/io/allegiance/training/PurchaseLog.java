package io.allegiance.training;

import io.allegiance.btyd.PurchaseSummary;
import io.allegiance.calendar.KnownClosures;
import io.allegiance.calendar.OpenDays;
import io.allegiance.customer.CustomerOrder;
import io.allegiance.history.CustomerDays;
import io.allegiance.history.HistoryDay;
import io.allegiance.history.PurchaseHistory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * Customers' purchase days up to a date, in memory, in order of customer: what training asks of the past, at as many
 * dates as it likes. Of returns it keeps what they take off the spend of purchase days. Immutable; some 20 bytes a day.
 */
public final class PurchaseLog {

    private static final int ONE_IN = 100;

    private final LocalDate lastDay;
    private final List<DatedPurchases> customers;
    private final KnownClosures closures;
    private final OpenDays openDays;
    private final Map<LocalDate, OpenDays> known = new ConcurrentHashMap<>();

    private PurchaseLog(LocalDate lastDay, List<DatedPurchases> customers, KnownClosures closures) {
        this.lastDay = lastDay;
        this.customers = customers;
        this.closures = closures;
        this.openDays = closures.openDaysAsOf(lastDay);
    }

    /** The last day that it can hold. */
    public LocalDate lastDay() {
        return lastDay;
    }

    /** The open days by the closures known at the last day. */
    public OpenDays openDays() {
        return openDays;
    }

    /**
     * The open days by the closures known at a date: what is found depends on no line after it.
     *
     * @throws IllegalArgumentException when the date is after the last day
     */
    public OpenDays openDaysAsOf(LocalDate asOf) {
        requireWithin(asOf);
        return asOf.equals(lastDay) ? openDays : known.computeIfAbsent(asOf, closures::openDaysAsOf);
    }

    /** The closures known at each date up to the last day. */
    KnownClosures closures() {
        return closures;
    }

    /** The number of customers with a purchase day. */
    public int size() {
        return customers.size();
    }

    /** The customer at an index, by id. */
    public String customerId(int index) {
        return customers.get(index).id();
    }

    /**
     * The purchase days of a customer up to a date, and what returns take off them; the history as of the date counts returns up to it.
     *
     * @throws IllegalArgumentException when the date is after the last day
     */
    public CustomerDays getDays(int index, LocalDate asOf) {
        requireWithin(asOf);
        DatedPurchases customer = customers.get(index);
        return new CustomerDays(
                customer.id(),
                IntStream.range(0, customer.countUpTo(asOf.toEpochDay()))
                        .mapToObj(customer::day)
                        .toList(),
                customer.deductions());
    }

    /** Returns whether any customer has a repeat purchase up to a date. */
    boolean hasRepeatPurchase(LocalDate asOf) {
        requireWithin(asOf);
        return customers.stream().anyMatch(customer -> customer.countUpTo(asOf.toEpochDay()) > 1);
    }

    /** Returns whether a customer has a purchase day up to a date. */
    boolean hasPurchase(int index, LocalDate asOf) {
        return customers.get(index).countUpTo(asOf.toEpochDay()) > 0;
    }

    /** These customers, or a sample where they are more than that many. */
    public PurchaseLog sample(int most) {
        Builder sampled = new Builder(lastDay, most, closures);
        for (int customer = 0; customer < size(); customer++) {
            sampled.addCustomer(getDays(customer, lastDay));
        }
        return sampled.build();
    }

    /**
     * The day on which the history begins: by it one customer in a hundred had come, so that a few lines with absurd
     * dates make no long history of a short one. Empty without customers.
     */
    public Optional<LocalDate> findStart() {
        if (customers.isEmpty()) {
            return Optional.empty();
        }
        int[] firstDays = customers.stream()
                .mapToInt(customer -> customer.days()[0])
                .sorted()
                .toArray();
        return Optional.of(LocalDate.ofEpochDay(firstDays[firstDays.length / ONE_IN]));
    }

    /** Finds the first purchase day of all. */
    public Optional<LocalDate> findFirstDay() {
        return customers.stream()
                .map(customer -> customer.days()[0])
                .min(Integer::compare)
                .map(LocalDate::ofEpochDay);
    }

    /**
     * Folds the history of a customer as of a date; empty where there was no purchase day yet.
     *
     * @throws IllegalArgumentException when the date is after the last day
     */
    public Optional<PurchaseHistory> findHistory(int index, LocalDate asOf) {
        return getDays(index, asOf).findHistory(asOf, openDaysAsOf(asOf));
    }

    /**
     * Finds (x, t_x, T) of a customer as of a date; empty where there was no purchase day yet.
     *
     * @throws IllegalArgumentException when the date is after the last day
     */
    Optional<PurchaseSummary> findSummary(int index, LocalDate asOf) {
        requireWithin(asOf);
        DatedPurchases customer = customers.get(index);
        int count = customer.countUpTo(asOf.toEpochDay());
        if (count == 0) {
            return Optional.empty();
        }
        OpenDays open = openDaysAsOf(asOf);
        long first = open.number(customer.days()[0]);
        int lastAge = Math.max(count - 1, Math.toIntExact(open.number(customer.days()[count - 1]) - first));
        int age = Math.max(lastAge, Math.toIntExact(open.number(asOf) - first));
        return Optional.of(new PurchaseSummary(count - 1, lastAge, age));
    }

    /**
     * The purchase days of a customer in the next days on which the shop is open after a date.
     *
     * @param days how many open days, by the closures known at the last day
     * @throws IllegalArgumentException when they reach beyond the last day
     */
    public int countPurchaseDays(int index, LocalDate after, int days) {
        LocalDate upTo = openDays.plusOpenDays(after, days);
        requireWithin(upTo);
        DatedPurchases customer = customers.get(index);
        return customer.countUpTo(upTo.toEpochDay()) - customer.countUpTo(after.toEpochDay());
    }

    private void requireWithin(LocalDate date) {
        if (date.isAfter(lastDay)) {
            throw new IllegalArgumentException("the log ends on " + lastDay + "; asked about " + date);
        }
    }

    /** Collects customers one after the other, in order of their ids. For one thread. */
    public static final class Builder {

        private final LocalDate lastDay;
        private final CustomerSample sample;
        private final KnownClosures closures;
        private final List<DatedPurchases> customers = new ArrayList<>();
        private String last = "";

        /** Without closures. */
        public Builder(LocalDate lastDay, int most) {
            this(lastDay, most, KnownClosures.NONE);
        }

        /**
         * @param lastDay days after it are left out
         * @param most customers that are kept; of more, a sample is
         * @param closures what is known of closures up to the last day
         */
        public Builder(LocalDate lastDay, int most, KnownClosures closures) {
            this.lastDay = lastDay;
            this.sample = new CustomerSample(most);
            this.closures = closures;
        }

        /**
         * Adds a customer; one without a purchase day adds nothing.
         *
         * @throws IllegalArgumentException when the customers do not come in the order of their ids' bytes
         */
        public void addCustomer(CustomerDays customer) {
            String id = customer.customerId();
            if (!last.isEmpty() && CustomerOrder.compare(id, last) <= 0) {
                throw new IllegalArgumentException("customers must come in the order of their ids, each once");
            }
            last = id;
            List<HistoryDay> purchases = customer.days().stream()
                    .filter(HistoryDay::purchaseDay)
                    .filter(day -> !day.businessDate().isAfter(lastDay))
                    .toList();
            if (!purchases.isEmpty() && sample.contains(id)) {
                customers.add(
                        DatedPurchases.of(id, purchases, customer.deductions().upTo(lastDay)));
                while (sample.isTooLarge(customers.size())) {
                    sample.halve();
                    customers.removeIf(kept -> !sample.contains(kept.id()));
                }
            }
        }

        /** The log of the customers added. */
        public PurchaseLog build() {
            return new PurchaseLog(lastDay, List.copyOf(customers), closures);
        }
    }
}
