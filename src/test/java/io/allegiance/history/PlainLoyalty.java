package io.allegiance.history;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The facts of loyalty as their definitions say them: the second implementation that tests hold the fold against. */
public final class PlainLoyalty {

    private PlainLoyalty() {}

    public static LoyaltyFacts of(
            LocalDate asOf, FoldRules rules, Collection<LoyaltyDay> days, Collection<LocalDate> incidents) {
        List<LoyaltyDay> purchases = days.stream()
                .filter(day -> day.day().purchaseDay())
                .filter(day -> !date(day).isAfter(asOf))
                .sorted(Comparator.comparing(PlainLoyalty::date))
                .toList();
        return new LoyaltyFacts(
                new LoyaltyFacts.Discounts(
                        purchases.stream()
                                .mapToInt(LoyaltyDay::discountKnownLines)
                                .sum(),
                        purchases.stream().mapToInt(LoyaltyDay::fullPriceLines).sum()),
                growth(asOf, purchases),
                incidents(asOf, rules, days, incidents, purchases),
                products(purchases),
                categories(rules, purchases));
    }

    private static LoyaltyFacts.Growth growth(LocalDate asOf, List<LoyaltyDay> purchases) {
        List<LoyaltyDay> known =
                purchases.stream().filter(day -> day.day().spend() != null).toList();
        List<LoyaltyDay> recent = known.stream()
                .filter(day -> date(day).isAfter(asOf.minusDays(365)))
                .toList();
        List<LoyaltyDay> prior = known.stream()
                .filter(day -> !date(day).isAfter(asOf.minusDays(365)))
                .filter(day -> date(day).isAfter(asOf.minusDays(730)))
                .toList();
        return new LoyaltyFacts.Growth(recent.size(), spend(recent), prior.size(), spend(prior));
    }

    private static long spend(List<LoyaltyDay> days) {
        return days.stream().mapToLong(day -> day.day().spend()).sum();
    }

    private static LoyaltyFacts.Incidents incidents(
            LocalDate asOf,
            FoldRules rules,
            Collection<LoyaltyDay> days,
            Collection<LocalDate> incidents,
            List<LoyaltyDay> purchases) {
        Set<LocalDate> old = Stream.concat(
                        incidents.stream(),
                        days.stream().filter(LoyaltyDay::returned).map(PlainLoyalty::date))
                .filter(date -> !date.plusDays(rules.horizonDays()).isAfter(asOf))
                .collect(Collectors.toCollection(TreeSet::new));
        long forgiven = old.stream()
                .filter(incident -> purchases.stream()
                        .map(PlainLoyalty::date)
                        .anyMatch(date ->
                                date.isAfter(incident) && !date.isAfter(incident.plusDays(rules.horizonDays()))))
                .count();
        return new LoyaltyFacts.Incidents(old.size(), (int) forgiven);
    }

    private static LoyaltyFacts.Products products(List<LoyaltyDay> purchases) {
        int repeatable = 0;
        int rebought = 0;
        for (LoyaltyDay day : purchases) {
            Set<String> before = purchases.stream()
                    .filter(earlier -> date(earlier).isBefore(date(day)))
                    .flatMap(earlier -> earlier.products().stream())
                    .map(LoyaltyDay.ProductLines::product)
                    .filter(product -> !product.isEmpty())
                    .collect(Collectors.toSet());
            for (LoyaltyDay.ProductLines lines : day.products()) {
                repeatable += before.isEmpty() || lines.product().isEmpty() ? 0 : lines.lines();
                rebought += before.contains(lines.product()) ? lines.lines() : 0;
            }
        }
        return new LoyaltyFacts.Products(repeatable, rebought);
    }

    private static LoyaltyFacts.Categories categories(FoldRules rules, List<LoyaltyDay> purchases) {
        TreeMap<String, Integer> lines = new TreeMap<>();
        purchases.stream()
                .flatMap(day -> day.products().stream())
                .filter(product ->
                        !product.category().isEmpty() && !rules.leftOut().contains(product.category()))
                .forEach(product -> lines.merge(product.category(), product.lines(), Integer::sum));
        int all = lines.values().stream().mapToInt(Integer::intValue).sum();
        double entropy = lines.values().stream()
                .mapToDouble(count -> -(double) count / all * Math.log((double) count / all))
                .sum();
        return new LoyaltyFacts.Categories(
                all, lines.size(), all == 0 ? 0 : Math.round(Math.exp(entropy) * 1e6), List.copyOf(lines.keySet()));
    }

    private static LocalDate date(LoyaltyDay day) {
        return day.day().businessDate();
    }
}
