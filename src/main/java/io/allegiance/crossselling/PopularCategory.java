package io.allegiance.crossselling;

import io.allegiance.crossselling.CoPurchases.Category;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The most popular category that a customer has not bought of: of the categories of {@link CoPurchases} that with the most
 * customers, of equal ones that whose name comes first in the order of UTF-8 bytes. Somebody who bought of all of them gets no
 * proposal, and somebody who bought of nothing known here gets the first. Immutable.
 *
 * <p>It is the usual baseline of recommendations (Cremonesi, Koren and Turrin 2010, "Performance of recommender algorithms on top-n
 * recommendation tasks"), which a shop of a few broad categories hardly beats.
 */
public final class PopularCategory implements CategoryProposer {

    private final List<String> mostPopularFirst;

    private PopularCategory(List<String> mostPopularFirst) {
        this.mostPopularFirst = mostPopularFirst;
    }

    /** Returns what proposes from these counts. */
    public static PopularCategory of(CoPurchases counted) {
        return new PopularCategory(
                counted.categories().stream().map(Category::name).toList());
    }

    @Override
    public PopularCategory without(Collection<String> noProducts) {
        Set<String> leftOut = Set.copyOf(noProducts);
        return new PopularCategory(mostPopularFirst.stream()
                .filter(category -> !leftOut.contains(category))
                .toList());
    }

    @Override
    public Optional<String> propose(List<String> owned) {
        // Few customers own many categories, and most lack one of the first: a list is searched quicker than a set is
        // built.
        return mostPopularFirst.stream()
                .filter(category -> !owned.contains(category))
                .findFirst();
    }
}
