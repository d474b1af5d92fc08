package io.allegiance.crossselling;

import io.allegiance.crossselling.CoPurchases.Category;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Counts customers in two passes: of each category in the first, of each two in the second. */
final class CoPurchaseCounter {

    /* Pairs are counted by the bits that two rows of customers share, not customer by customer: the time is then bounded by
     * the number of categories looked at, however many of them a customer owns. */

    private final List<String> names;
    private final Iterable<int[]> baskets;
    private final int[] bought;
    private int customers;

    CoPurchaseCounter(List<String> names, Iterable<int[]> baskets) {
        this.names = names;
        this.baskets = baskets;
        this.bought = new int[names.size()];
        for (int[] basket : baskets) {
            customers += basket.length > 0 ? 1 : 0;
            for (int category : basket) {
                bought[category]++;
            }
        }
    }

    /** N. */
    int customers() {
        return customers;
    }

    List<Category> listMostBought(int minimumSupport, int most) {
        return IntStream.range(0, bought.length)
                .filter(category -> bought[category] >= minimumSupport)
                .mapToObj(category -> new Category(names.get(category), bought[category]))
                .sorted(Category.MOST_BOUGHT_FIRST)
                .limit(most)
                .toList();
    }

    /** Counts the customers of each two of these categories, which keep their order. */
    PairCounts countPairs(List<Category> categories) {
        long[][] owners = owners(categories);
        PairCounts pairs = new PairCounts(categories.size());
        for (int row = 1; row < owners.length; row++) {
            for (int column = 0; column < row; column++) {
                pairs.set(row, column, countShared(owners[row], owners[column]));
            }
        }
        return pairs;
    }

    /** Of each category a bit for each customer. */
    private long[][] owners(List<Category> categories) {
        int[] rows = rows(categories);
        long[][] owners = new long[categories.size()][(customers + Long.SIZE - 1) / Long.SIZE];
        int customer = 0;
        for (int[] basket : baskets) {
            for (int category : basket) {
                if (rows[category] >= 0) {
                    owners[rows[category]][customer / Long.SIZE] |= 1L << customer;
                }
            }
            customer += basket.length > 0 ? 1 : 0;
        }
        return owners;
    }

    /** Of each name its place among the categories, or -1. */
    private int[] rows(List<Category> categories) {
        Map<String, Integer> places = new HashMap<>();
        categories.forEach(category -> places.put(category.name(), places.size()));
        int[] rows = new int[names.size()];
        Arrays.setAll(rows, name -> places.getOrDefault(names.get(name), -1));
        return rows;
    }

    private static int countShared(long[] some, long[] others) {
        int shared = 0;
        for (int i = 0; i < some.length; i++) {
            shared += Long.bitCount(some[i] & others[i]);
        }
        return shared;
    }
}
