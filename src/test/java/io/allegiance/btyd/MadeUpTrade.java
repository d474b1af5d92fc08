package io.allegiance.btyd;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Populations on which released software fails, or whose likelihood has several maxima. */
final class MadeUpTrade {

    private final SplittableRandom random = new SplittableRandom(3);
    private final Map<String, GroupedSummaries> populations = new LinkedHashMap<>();

    private MadeUpTrade() {}

    /** All that have a repeat purchase, by name. */
    static Map<String, GroupedSummaries> all() {
        MadeUpTrade trade = new MadeUpTrade();
        trade.addFew();
        trade.addMany();
        for (int i = 0; i < 30; i++) {
            trade.addHandful(i);
        }
        return trade.populations;
    }

    /** Spend of few and of many, alike and wildly different. */
    static Map<String, GroupedSpend> spends() {
        SplittableRandom random = new SplittableRandom(4);
        Map<String, GroupedSpend> spends = new LinkedHashMap<>();
        spends.put("one", GroupedSpend.builder().addCustomer(1, 20).build());
        spends.put(
                "equal",
                GroupedSpend.builder()
                        .addCustomer(1, 9.99)
                        .addCustomer(2, 19.98)
                        .build());
        for (int i = 0; i < 30; i++) {
            GroupedSpend.Builder builder = GroupedSpend.builder();
            double spread = 3 * random.nextDouble();
            for (int customer = 0; customer < 1 + i * i; customer++) {
                int days = 1 + random.nextInt(10);
                builder.addCustomer(days, days * Math.exp(3 + spread * random.nextGaussian()));
            }
            spends.put("spread " + spread, builder.build());
        }
        return spends;
    }

    private void addFew() {
        addPopulation("one customer", new PurchaseSummary(3, 80, 200));
        addPopulation("one customer, long silent", new PurchaseSummary(1, 1, 1000));
        addPopulation("one customer, seen on one day", new PurchaseSummary(1, 1, 1));
        addPopulation("two customers", new PurchaseSummary(3, 80, 200), new PurchaseSummary(0, 0, 300));
        addPopulation("two unlike customers", new PurchaseSummary(30, 80, 200), new PurchaseSummary(1, 2, 3));
        addPopulation("x = 5,000 alone", new PurchaseSummary(5000, 5000, 5000));
        addPopulation("x = 5,000 and nothing", new PurchaseSummary(5000, 5000, 5000), new PurchaseSummary(0, 0, 5000));
        addPopulation(
                "x = 5,000 among others",
                new PurchaseSummary(5000, 9000, 14_000),
                new PurchaseSummary(0, 0, 14_000),
                new PurchaseSummary(2, 900, 14_000));
        addPopulation("a gap of twenty years", new PurchaseSummary(1, 7300, 7300));
        addPopulation(
                "gaps of twenty years",
                new PurchaseSummary(1, 7300, 7301),
                new PurchaseSummary(40, 90, 7390),
                new PurchaseSummary(0, 0, 0),
                new PurchaseSummary(2, 60, 90));
        int longest = PurchaseSummary.MAXIMUM_AGE_DAYS;
        addPopulation("the longest history", new PurchaseSummary(1, 1, longest), new PurchaseSummary(0, 0, longest));
    }

    private void addMany() {
        populations.put(
                "equal triples",
                GroupedSummaries.builder()
                        .addCustomer(new PurchaseSummary(4, 100, 150), 10_000)
                        .build());
        addEach("all first seen on one day", 500, () -> silent(random.nextInt(6), 200, 250));
        addEach("Poisson without dropout", 3000, this::poisson);
    }

    private PurchaseSummary silent(int x, int spread, int age) {
        return new PurchaseSummary(x, x == 0 ? 0 : x + random.nextInt(spread), age);
    }

    private PurchaseSummary poisson() {
        int age = 300 + random.nextInt(100);
        int[] days = IntStream.rangeClosed(1, age)
                .filter(day -> random.nextDouble() < 0.05)
                .toArray();
        return new PurchaseSummary(days.length, days.length == 0 ? 0 : days[days.length - 1], age);
    }

    private void addHandful(int i) {
        addEach("handful " + i, 2 + 2 * i, () -> {
            int x = random.nextInt(2) * random.nextInt(1 << random.nextInt(1, 9));
            int last = x == 0 ? 0 : x + random.nextInt(1 << random.nextInt(1, 12));
            return new PurchaseSummary(x, last, last + random.nextInt(1 << random.nextInt(1, 12)));
        });
    }

    /* One more than said, who has bought again. */
    private void addEach(String name, int customers, Supplier<PurchaseSummary> customer) {
        GroupedSummaries.Builder builder = GroupedSummaries.builder().addCustomer(new PurchaseSummary(1, 2, 3));
        for (int i = 0; i < customers; i++) {
            builder.addCustomer(customer.get());
        }
        populations.put(name, builder.build());
    }

    private void addPopulation(String name, PurchaseSummary... customers) {
        populations.put(name, Simulation.grouped(List.of(customers)));
    }
}
