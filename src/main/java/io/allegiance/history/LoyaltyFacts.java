package io.allegiance.history;

import java.util.List;

/**
 * The facts about a customer up to a date that the dimensions of loyalty need beyond the {@link PurchaseHistory} around
 * it: counts and sums alone, so that what they mean is decided where scores are made.
 *
 * @param discounts how much was bought at full price
 * @param growth what was spent in each of the last two years
 * @param incidents after what went wrong the customer came back
 * @param products how much was bought again
 * @param categories from how many parts of the shop
 */
public record LoyaltyFacts(
        Discounts discounts, Growth growth, Incidents incidents, Products products, Categories categories) {

    /** The facts of a customer without data. */
    public static final LoyaltyFacts NONE = new LoyaltyFacts(
            new Discounts(0, 0),
            new Growth(0, 0, 0, 0),
            new Incidents(0, 0),
            new Products(0, 0),
            new Categories(0, 0, 0, List.of()));

    /** Length in days of each of the two years that growth compares. */
    public static final int YEAR_DAYS = 365;

    /** The same with another growth. */
    public LoyaltyFacts with(Growth other) {
        return new LoyaltyFacts(discounts, other, incidents, products, categories);
    }

    /**
     * Purchase lines.
     *
     * @param knownLines those whose discount is known
     * @param fullPriceLines those of them without one
     */
    public record Discounts(int knownLines, int fullPriceLines) {}

    /**
     * Purchase days with known spend in two windows of 365 days, the later of which ends on the date; spend in
     * ten-thousandths of the reporting currency.
     *
     * @param recentDays in the last 365 days
     * @param recentSpend their spend
     * @param priorDays in the 365 days before those
     * @param priorSpend their spend
     */
    public record Growth(int recentDays, long recentSpend, int priorDays, long priorSpend) {}

    /**
     * Days with a service incident or a return, H days old or older.
     *
     * @param count how many
     * @param forgiven after how many of them there was a purchase day within H days
     */
    public record Incidents(int count, int forgiven) {}

    /**
     * Purchase lines whose product is known, on days after the first of them.
     *
     * @param repeatableLines how many
     * @param reboughtLines those whose product had been bought on a day before
     */
    public record Products(int repeatableLines, int reboughtLines) {}

    /**
     * Purchase lines whose category is known and is a product.
     *
     * @param lines how many
     * @param count of how many categories
     * @param effective e^H in millionths, H = -Σ p·ln p over the categories' shares p of those lines: so many
     *     categories bought alike would be as diverse (Hill 1973); 0 without a line
     * @param names of the categories, in the order of their characters; empty where they were not asked for
     */
    public record Categories(int lines, int count, long effective, List<String> names) {

        public Categories {
            names = List.copyOf(names);
        }
    }
}
