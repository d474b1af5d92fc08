package io.allegiance.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hipparchus.util.FastMath;

/**
 * Folds a customer's days, in order of their dates, and incidents, in any order, into the {@link LoyaltyFacts} as of a
 * date. Products and categories beyond {@link DayLimits} are not told apart.
 */
public final class LoyaltyFold {

    private static final double MILLION = 1e6;

    private final LocalDate asOf;
    private final int horizonDays;
    private final SpendGrowthFold growth;
    private final Set<String> leftOut;
    private final NavigableSet<LocalDate> purchaseDays = new TreeSet<>();
    private final Set<LocalDate> incidents = new HashSet<>();
    private final Set<String> products = new HashSet<>();
    private final Map<String, Integer> categories = new TreeMap<>();
    private int discountKnownLines;
    private int fullPriceLines;
    private int repeatableLines;
    private int reboughtLines;

    public LoyaltyFold(LocalDate asOf, FoldRules rules) {
        this.asOf = asOf;
        this.growth = new SpendGrowthFold(asOf);
        this.horizonDays = rules.horizonDays();
        this.leftOut = Set.copyOf(rules.leftOut());
    }

    /** Adds the next day, which must not be after the date. */
    public void addDay(LoyaltyDay day) {
        LocalDate date = day.day().businessDate();
        if (day.returned()) {
            incidents.add(date);
        }
        if (!day.day().purchaseDay()) {
            return;
        }
        purchaseDays.add(date);
        discountKnownLines += day.discountKnownLines();
        fullPriceLines += day.fullPriceLines();
        growth.addDay(date, day.day().spend());
        addProducts(day.products());
        addCategories(day.products());
    }

    /** Adds a service incident; one after the date, or a second one of a day, changes nothing. */
    public void addIncident(LocalDate date) {
        incidents.add(date);
    }

    /** A product is bought again when it was bought on a day before; twice on one day is once. */
    private void addProducts(List<LoyaltyDay.ProductLines> ofDay) {
        boolean first = products.isEmpty();
        List<String> bought = new ArrayList<>();
        for (LoyaltyDay.ProductLines lines : ofDay) {
            if (lines.product().isEmpty()) {
                continue;
            }
            repeatableLines += first ? 0 : lines.lines();
            reboughtLines += products.contains(lines.product()) ? lines.lines() : 0;
            bought.add(lines.product());
        }
        if (products.size() + bought.size() <= DayLimits.MOST_PRODUCTS_OF_CUSTOMER) {
            products.addAll(bought);
        }
    }

    private void addCategories(List<LoyaltyDay.ProductLines> ofDay) {
        for (LoyaltyDay.ProductLines lines : ofDay) {
            if (!lines.category().isEmpty() && !leftOut.contains(lines.category()) && isTold(lines.category())) {
                categories.merge(lines.category(), lines.lines(), Integer::sum);
            }
        }
    }

    private boolean isTold(String category) {
        return categories.size() < DayLimits.MOST_CATEGORIES_OF_CUSTOMER || categories.containsKey(category);
    }

    /** Returns the facts of the days and incidents so far. */
    public LoyaltyFacts toFacts() {
        return new LoyaltyFacts(
                new LoyaltyFacts.Discounts(discountKnownLines, fullPriceLines),
                growth.toGrowth(),
                toIncidents(),
                new LoyaltyFacts.Products(repeatableLines, reboughtLines),
                toCategories());
    }

    private LoyaltyFacts.Incidents toIncidents() {
        LocalDate latest = asOf.minusDays(horizonDays);
        int count = 0;
        int forgiven = 0;
        for (LocalDate incident : incidents) {
            if (!incident.isAfter(latest)) {
                LocalDate next = purchaseDays.higher(incident);
                count++;
                forgiven += next != null && !next.isAfter(incident.plusDays(horizonDays)) ? 1 : 0;
            }
        }
        return new LoyaltyFacts.Incidents(count, forgiven);
    }

    private LoyaltyFacts.Categories toCategories() {
        int lines = categories.values().stream().mapToInt(Integer::intValue).sum();
        return new LoyaltyFacts.Categories(
                lines, categories.size(), effective(lines), List.copyOf(categories.keySet()));
    }

    /* In order of the names, so that the sum is the same each time. H = ln n - Σ c·ln c / n, with counts c of n
     * lines. */
    private long effective(int lines) {
        if (lines == 0) {
            return 0;
        }
        double sum = 0;
        for (int count : categories.values()) {
            sum += count * FastMath.log(count);
        }
        return Math.round(FastMath.exp(FastMath.log(lines) - sum / lines) * MILLION);
    }
}
