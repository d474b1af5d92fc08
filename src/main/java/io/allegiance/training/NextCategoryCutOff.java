package io.allegiance.training;

import io.allegiance.crossselling.CategoryLift;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * One cut-off of the backtest of cross-selling: a category is proposed to every customer with a purchase day up to it,
 * from the data known then, and compared with the H days after. For one thread.
 */
public final class NextCategoryCutOff {

    private final CategoryLog log;
    private final LocalDate cutOff;
    private final int horizonDays;
    private final CategoryLift lift;
    private final int[] mostPopularFirst;
    private long customers;
    private long proposed;
    private long hits;
    private long popularProposed;
    private long popularHits;

    /**
     * @param log the customers
     * @param cutOff at least H days before the log's last day
     * @param horizonDays H
     */
    public NextCategoryCutOff(CategoryLog log, LocalDate cutOff, int horizonDays) {
        this.log = log;
        this.cutOff = cutOff;
        this.horizonDays = horizonDays;
        this.lift = CategoryLift.of(log.countCoPurchases(cutOff));
        this.mostPopularFirst = mostPopularFirst();
    }

    /** The indices of what anybody had bought of; those of the names are in order, which breaks ties. */
    private int[] mostPopularFirst() {
        int[] buyers = new int[log.names().size()];
        for (int customer = 0; customer < log.size(); customer++) {
            Arrays.stream(log.getOwned(customer, cutOff)).forEach(category -> buyers[category]++);
        }
        return IntStream.range(0, buyers.length)
                .filter(category -> buyers[category] > 0)
                .boxed()
                .sorted(Comparator.comparing((Integer category) -> -buyers[category]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Proposes to everybody, and counts who bought of it. */
    public NextCategoryBacktest.CutOff run() {
        for (int customer = 0; customer < log.size(); customer++) {
            if (log.isKnown(customer, cutOff)) {
                addOwned(log.getOwned(customer, cutOff), log.getAdded(customer, cutOff, horizonDays));
            }
        }
        return new NextCategoryBacktest.CutOff(cutOff, customers, proposed, hits, popularProposed, popularHits);
    }

    private void addOwned(int[] owned, int[] added) {
        customers++;
        lift.propose(names(owned)).ifPresent(next -> {
            proposed++;
            hits += names(added).contains(next) ? 1 : 0;
        });
        findMostPopular(owned).ifPresent(popular -> {
            popularProposed++;
            popularHits += IntStream.of(added).anyMatch(category -> category == popular) ? 1 : 0;
        });
    }

    private OptionalInt findMostPopular(int[] owned) {
        int[] sorted = IntStream.of(owned).sorted().toArray();
        return IntStream.of(mostPopularFirst)
                .filter(category -> Arrays.binarySearch(sorted, category) < 0)
                .findFirst();
    }

    private List<String> names(int[] categories) {
        return IntStream.of(categories).mapToObj(log.names()::get).toList();
    }
}
