package io.allegiance.demo;

import java.util.List;

/** The assortment of the shop: twelve categories of seventeen products each, and each customer's preferences. */
final class Catalogue {

    static final List<String> CATEGORIES = List.of(
            "BAKERY",
            "CHEESE",
            "CHOCOLATE",
            "COFFEE",
            "FRUIT",
            "GARDEN",
            "HOUSEHOLD",
            "KITCHENWARE",
            "STATIONERY",
            "TEA",
            "TOYS",
            "WINE");

    static final int PRODUCTS_PER_CATEGORY = 17;

    /** How much is bought of a category by those who have no leaning. */
    private static final double[] POPULARITY = {1.6, 0.9, 1.2, 1.4, 1.3, 0.5, 1.0, 0.5, 0.6, 0.8, 0.5, 0.8};

    /** A product of the category in the middle of its range, in cents. */
    private static final int[] PRICE = {320, 780, 450, 890, 390, 1450, 620, 2400, 540, 690, 1890, 1190};

    /** Categories that go together: who buys one of a row is likely to buy the others. */
    private static final int[][] LEANINGS = {{0, 3, 2, 4}, {1, 11, 7, 4}, {5, 6, 7}, {8, 9, 10, 2}};

    private Catalogue() {}

    /** How a customer spreads over the categories: one leaning counts five times, and tastes differ all the same. */
    static double[] taste(Draw draw) {
        double[] weights = POPULARITY.clone();
        for (int category : LEANINGS[draw.below(LEANINGS.length)]) {
            weights[category] *= 5;
        }
        for (int category = 0; category < weights.length; category++) {
            weights[category] *= draw.exponential(1);
        }
        return weights;
    }

    /** The price of one, in cents ending in 9: the cheapest product of a category at half, the dearest at twice. */
    static int price(int category, int product) {
        double step = 0.5 + 1.5 * product / (PRODUCTS_PER_CATEGORY - 1);
        return (int) (PRICE[category] * step) / 10 * 10 + 9;
    }

    static String product(int category, int product) {
        String number = product < 9 ? "0" + (product + 1) : Integer.toString(product + 1);
        return CATEGORIES.get(category).substring(0, 3) + "-" + number;
    }
}
