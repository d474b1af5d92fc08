package io.allegiance.crossselling;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * How many customers ever bought of each category, and of each two: n_i, n_ij and N of {@link CategoryLift}, as a model keeps
 * them.
 *
 * <p>The support of a pair is n_ij (Agrawal, Imielinski and Swami 1993). Counts of pairs below the minimum support are not
 * kept, nor is a category without a pair above it, so n_i ≥ the minimum support for each that is.
 *
 * @param customers N, the customers who bought of any category
 * @param minimumSupport the least n_ij that is kept; 1 or more
 * @param categories those with such a pair, at most {@value #MOST_CATEGORIES}, in the order of {@link
 *     Category#MOST_BOUGHT_FIRST}; may be empty
 * @param pairs the n_ij that are kept, as {@link PairText} writes them
 */
public record CoPurchases(int customers, int minimumSupport, List<Category> categories, String pairs) {

    /** A pair bought by fewer customers than this is not evidence: it may be chance. */
    public static final int MINIMUM_SUPPORT = 100;

    /** Of more categories the most bought ones are looked at, so that memory and documents stay small. */
    public static final int MOST_CATEGORIES = 2_000;

    /**
     * A category.
     *
     * @param name as the lines spell it
     * @param customers n_i, those who ever bought of it
     */
    public record Category(String name, int customers) {

        /** More customers first, then by name in the order of UTF-8 bytes. */
        public static final Comparator<Category> MOST_BOUGHT_FIRST = Comparator.comparingInt(Category::customers)
                .reversed()
                .thenComparing(Category::name, CategoryNames.ORDER);
    }

    public CoPurchases {
        categories = List.copyOf(categories);
        if (minimumSupport < 1) {
            throw new IllegalArgumentException("minimumSupport must be 1 or more; was " + minimumSupport);
        }
        if (categories.size() > MOST_CATEGORIES) {
            throw new IllegalArgumentException(
                    "at most " + MOST_CATEGORIES + " categories are kept; were " + categories.size());
        }
        for (int i = 0; i < categories.size(); i++) {
            requireCounted(categories.get(i), customers, minimumSupport);
            if (i > 0 && Category.MOST_BOUGHT_FIRST.compare(categories.get(i - 1), categories.get(i)) >= 0) {
                throw new IllegalArgumentException("categories must come the most bought first, each once; "
                        + categories.get(i) + " came after " + categories.get(i - 1));
            }
        }
    }

    private static void requireCounted(Category category, int customers, int minimumSupport) {
        if (category.customers() < minimumSupport || category.customers() > customers) {
            throw new IllegalArgumentException("a category's customers must be in [" + minimumSupport + ", " + customers
                    + "]; were " + category.customers());
        }
    }

    /**
     * Counts customers with the minimum support of {@value #MINIMUM_SUPPORT}. Memory grows with the customers by 250 bytes
     * each at most.
     *
     * @param names of all categories, each once
     * @param customers of each the indices into the names, each once, in any order; the customers, in any order, are gone
     *     through twice. One without a category does not count
     */
    public static CoPurchases count(List<String> names, Iterable<int[]> customers) {
        return count(names, customers, MINIMUM_SUPPORT, MOST_CATEGORIES);
    }

    static CoPurchases count(List<String> names, Iterable<int[]> customers, int minimumSupport, int most) {
        CoPurchaseCounter counter = new CoPurchaseCounter(names, customers);
        List<Category> bought = counter.listMostBought(minimumSupport, most);
        PairCounts all = counter.countPairs(bought);
        int[] kept = all.listRowsOf(minimumSupport);
        return new CoPurchases(
                counter.customers(),
                minimumSupport,
                Arrays.stream(kept).mapToObj(bought::get).toList(),
                PairText.write(all.select(kept), minimumSupport));
    }
}
