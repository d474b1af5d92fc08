package io.allegiance.crossselling;

import io.allegiance.crossselling.CoPurchases.Category;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The next best category of a customer: of those not bought yet, the one with the largest mean lift over those that were.
 *
 * <p>The lift of two categories is by what factor more customers bought of both than would by chance (Brin, Motwani, Ullman and
 * Tsur 1997, "Dynamic itemset counting and implication rules for market basket data", where it is called interest):
 *
 * <pre>
 * lift(i, j) = n_ij · N / (n_i · n_j)   for n_ij ≥ the minimum support, else 0
 * score(j)   = Σ lift(i, j) / k         over the k categories i that the customer bought of
 * </pre>
 *
 * <p>n_i customers ever bought of i, n_ij of both, N of any. 1 is chance; lifts are in [0, N / minimum support]. The minimum
 * support is one of the pair: two categories that few customers bought together give no evidence, and count as 0 instead of being
 * left out of the mean, for else the rarest pairs, whose lifts are the largest and the least certain, would decide. It follows
 * that both have the support alone.
 *
 * <p>The category proposed is the j with the largest score above 0; of equal ones that with more customers, then that whose
 * name comes first in the order of UTF-8 bytes. Where no score is above 0, nothing is proposed: for a customer who bought of nothing
 * known here, or of everything, or of categories that go with none of the others.
 *
 * <p>Sums are taken in the order of the table, so the order in which categories are given leaves no trace, to the last bit.
 * Immutable.
 */
public final class CategoryLift implements CategoryProposer {

    private final List<String> names;
    private final Map<String, Integer> rows = new HashMap<>();

    /** Whole rows, because adding them up is what a night does for each customer; 32 MB for 2,000 categories. */
    private final double[][] lifts;

    /** Of each category, whether it is excluded as not a product: neither owned nor proposed. */
    private final boolean[] isLeftOut;

    private CategoryLift(CategoryLift other, Collection<String> leftOut) {
        this.names = other.names;
        this.lifts = other.lifts;
        this.rows.putAll(other.rows);
        this.isLeftOut = new boolean[names.size()];
        leftOut.stream().map(rows::get).filter(Objects::nonNull).forEach(row -> isLeftOut[row] = true);
    }

    private CategoryLift(CoPurchases counted) {
        List<Category> categories = counted.categories();
        PairCounts pairs = PairText.read(counted.pairs(), categories.size(), counted.minimumSupport());
        this.names = categories.stream().map(Category::name).toList();
        this.isLeftOut = new boolean[names.size()];
        this.lifts = new double[names.size()][names.size()];
        for (int row = 0; row < names.size(); row++) {
            rows.put(names.get(row), row);
            for (int column = 0; column < row; column++) {
                long both = pairs.get(row, column);
                long alone = (long) categories.get(row).customers()
                        * categories.get(column).customers();
                lifts[row][column] = (double) (both * counted.customers()) / alone;
                lifts[column][row] = lifts[row][column];
            }
        }
    }

    /**
     * The lifts of what was counted.
     *
     * @throws IllegalArgumentException when its pairs are not those of its categories
     */
    public static CategoryLift of(CoPurchases counted) {
        return new CategoryLift(counted);
    }

    @Override
    public CategoryLift without(Collection<String> noProducts) {
        return new CategoryLift(this, noProducts);
    }

    /** The categories that take part, the most bought first. */
    public List<String> categories() {
        return names;
    }

    /** The lift of two categories; 0 where it has no support, where either is not known, and of a category with itself. */
    public double lift(String one, String other) {
        Integer row = rows.get(one);
        Integer column = rows.get(other);
        return row == null || column == null ? 0 : lifts[row][column];
    }

    @Override
    public Optional<String> propose(List<String> owned) {
        boolean[] isOwned = new boolean[names.size()];
        for (String category : owned) {
            Integer row = rows.get(category);
            if (row != null && !isLeftOut[row]) {
                isOwned[row] = true;
            }
        }
        int best = indexOfLargest(sum(isOwned), isOwned);
        return best < 0 ? Optional.empty() : Optional.of(names.get(best));
    }

    /** k is the same for every category, so the largest sum is the largest mean. */
    private double[] sum(boolean[] isOwned) {
        double[] sums = new double[isOwned.length];
        for (int row = 0; row < isOwned.length; row++) {
            if (isOwned[row]) {
                addRow(lifts[row], sums);
            }
        }
        return sums;
    }

    private static void addRow(double[] row, double[] sums) {
        for (int column = 0; column < sums.length; column++) {
            sums[column] += row[column];
        }
    }

    private int indexOfLargest(double[] sums, boolean[] isOwned) {
        int best = -1;
        for (int row = 0; row < sums.length; row++) {
            if (!isOwned[row] && !isLeftOut[row] && sums[row] > (best < 0 ? 0 : sums[best])) {
                best = row;
            }
        }
        return best;
    }
}
