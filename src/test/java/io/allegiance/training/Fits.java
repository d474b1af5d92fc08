package io.allegiance.training;

import io.allegiance.history.CustomerDays;
import io.allegiance.history.HistoryDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Populations to fit models to. */
final class Fits {

    static final LocalDate AS_OF = LocalDate.of(2025, 12, 28);

    private Fits() {}

    /** Customers first seen up to two years before the date, who buy at rates of their own and drop out by chance. */
    static List<CustomerDays> customers(int number, boolean spendKnown) {
        SplittableRandom random = new SplittableRandom(41);
        List<CustomerDays> customers = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            customers.add(new CustomerDays(String.format(Locale.ROOT, "C%07d", i), days(random, spendKnown)));
        }
        return customers;
    }

    private static List<HistoryDay> days(SplittableRandom random, boolean spendKnown) {
        List<HistoryDay> days = new ArrayList<>();
        double gap = 5 + 150 * skewed(random);
        double dropout = skewed(random);
        double spend = 50_000 + 1_000_000 * skewed(random);
        int daysAgo = random.nextInt(730);
        while (daysAgo >= 0) {
            days.add(new HistoryDay(
                    AS_OF.minusDays(daysAgo),
                    true,
                    spendKnown ? Math.round(spend * (0.2 + 2 * random.nextDouble())) : null,
                    spendKnown ? 1_000L * random.nextInt(1, 5) : null));
            daysAgo -= random.nextDouble() < dropout ? 1_000 : 1 + (int) (-gap * Math.log(random.nextDouble()));
        }
        return days;
    }

    /**
     * Customers first seen up to two years before the date, who buy at steady gaps of their own and drop out by chance: how overdue
     * they are says more than a purchase model knows.
     */
    static List<CustomerDays> steadyCustomers(int number) {
        SplittableRandom random = new SplittableRandom(43);
        List<CustomerDays> customers = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            List<HistoryDay> days = new ArrayList<>();
            int gap = 10 + random.nextInt(50);
            double spend = 50_000 + 1_000_000 * skewed(random);
            for (int ago = 30 + random.nextInt(700); ago >= 0; ago -= gap + random.nextInt(3)) {
                days.add(new HistoryDay(
                        AS_OF.minusDays(ago), true, Math.round(spend * (0.2 + 2 * random.nextDouble())), 1_000L));
                ago -= random.nextInt(12) == 0 ? 1_000 : 0;
            }
            customers.add(new CustomerDays(String.format(Locale.ROOT, "C%07d", i), days));
        }
        return customers;
    }

    /** Mostly small, in [0, 1). */
    private static double skewed(SplittableRandom random) {
        double even = random.nextDouble();
        return even * even;
    }

    static TrainingSet population(int customers, boolean spendKnown) {
        return set(AS_OF, customers(customers, spendKnown));
    }

    /** What is known of customers at the end of a day. */
    static TrainingSet set(LocalDate asOf, List<CustomerDays> customers) {
        TrainingSet.Builder set = new TrainingSet.Builder(asOf);
        customers.forEach(customer -> set.addCustomer(upTo(asOf, customer)));
        return set.build();
    }

    static CustomerDays upTo(LocalDate asOf, CustomerDays customer) {
        return new CustomerDays(
                customer.customerId(),
                customer.days().stream()
                        .filter(day -> !day.businessDate().isAfter(asOf))
                        .toList());
    }

    static TrainedModel fit(TrainingSet set) {
        return new ModelFitter("1.2.3", 90, ModelFitter.ALL).fit(set, fit -> {});
    }

    static TrainedModel model(LocalDate asOf, int customers) {
        return fit(set(asOf, customers(customers, true)));
    }
}
