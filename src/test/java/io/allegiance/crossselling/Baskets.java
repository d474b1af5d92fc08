package io.allegiance.crossselling;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;

/** Customers with the categories that they own, written as texts such as {@code "TEA COFFEE"}. */
final class Baskets {

    private final List<List<String>> owned = new ArrayList<>();

    /** So many customers who own these. */
    Baskets addCustomers(int customers, String categories) {
        List<String> each = categories.isEmpty() ? List.of() : List.of(categories.split(" "));
        owned.addAll(Collections.nCopies(customers, each));
        return this;
    }

    List<List<String>> owned() {
        return owned;
    }

    /** What is counted of them, the names in an order and each basket in an order. */
    CoPurchases count(int minimumSupport, int most, List<String> names) {
        return CoPurchases.count(
                names,
                owned.stream()
                        .map(basket -> basket.stream().mapToInt(names::indexOf).toArray())
                        .toList(),
                minimumSupport,
                most);
    }

    CoPurchases count(int minimumSupport) {
        return count(minimumSupport, CoPurchases.MOST_CATEGORIES, names());
    }

    List<String> names() {
        TreeSet<String> names = new TreeSet<>();
        owned.forEach(names::addAll);
        return new ArrayList<>(names);
    }

    /** Customers who own of a few categories, some of which go together. */
    static Baskets random(SplittableRandom random) {
        Baskets baskets = new Baskets();
        int categories = random.nextInt(1, 9);
        for (int customer = random.nextInt(1, 80); customer > 0; customer--) {
            int leaning = random.nextInt(categories);
            StringBuilder basket = new StringBuilder();
            for (int category = 0; category < categories; category++) {
                if (random.nextInt(Math.abs(category - leaning) + 2) == 0) {
                    basket.append(basket.isEmpty() ? "" : " ").append((char) ('A' + category));
                }
            }
            baskets.addCustomers(1, basket.toString());
        }
        return baskets;
    }

    /** The same customers in another order, each with the categories in another. */
    Baskets shuffled(SplittableRandom random) {
        Baskets shuffled = new Baskets();
        List<List<String>> rest = new ArrayList<>(owned);
        while (!rest.isEmpty()) {
            List<String> basket = new ArrayList<>(rest.remove(random.nextInt(rest.size())));
            Collections.rotate(basket, random.nextInt(3));
            shuffled.addCustomers(1, String.join(" ", basket));
        }
        return shuffled;
    }
}
