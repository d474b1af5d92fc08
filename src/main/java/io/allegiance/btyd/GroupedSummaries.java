package io.allegiance.btyd;

import java.util.Arrays;
import java.util.function.ObjLongConsumer;
import java.util.stream.IntStream;
import org.hipparchus.util.FastMath;
import org.jspecify.annotations.Nullable;

/**
 * The distinct purchase summaries of a population, each with the number of customers who share it.
 *
 * <p>The likelihood of a purchase model depends on (x, t_x, T) alone, so a million customers cost as much as their few
 * distinct triples. The triples are sorted by x, t_x, T: sums over them do not depend on the order of the
 * customers. Immutable.
 */
public final class GroupedSummaries {

    private final long[] triples;
    private final long[] counts;
    private final int[] days;
    private final int[] lastPurchaseDay;
    private final int[] ageDay;

    private GroupedSummaries(long[] triples, long[] counts) {
        this.triples = triples;
        this.counts = counts;
        IntStream lastPurchaseAges = Arrays.stream(triples).mapToInt(PackedTriple::lastPurchaseAge);
        IntStream ages = Arrays.stream(triples).mapToInt(PackedTriple::age);
        days = IntStream.concat(lastPurchaseAges, ages).sorted().distinct().toArray();
        lastPurchaseDay = Arrays.stream(triples)
                .mapToInt(triple -> Arrays.binarySearch(days, PackedTriple.lastPurchaseAge(triple)))
                .toArray();
        ageDay = Arrays.stream(triples)
                .mapToInt(triple -> Arrays.binarySearch(days, PackedTriple.age(triple)))
                .toArray();
    }

    /** Returns whether both hold the same customers; their order does not count. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof GroupedSummaries that
                && Arrays.equals(triples, that.triples)
                && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(triples) + Arrays.hashCode(counts);
    }

    /** Starts a collection of summaries. */
    public static Builder builder() {
        return new Builder();
    }

    /** The number of distinct triples. */
    public int size() {
        return triples.length;
    }

    /** The number of customers. */
    public long customers() {
        return Arrays.stream(counts).sum();
    }

    /** The number of customers with at least one repeat purchase. */
    public long repeatCustomers() {
        return IntStream.range(0, size())
                .filter(group -> repeatPurchases(group) > 0)
                .mapToLong(this::count)
                .sum();
    }

    /** The sum of x over all customers. */
    public long repeatPurchases() {
        return IntStream.range(0, size())
                .mapToLong(group -> Math.multiplyExact(repeatPurchases(group), count(group)))
                .reduce(0, Math::addExact);
    }

    /** The sum of T in days over all customers. */
    public long ageDays() {
        return IntStream.range(0, size())
                .mapToLong(group -> Math.multiplyExact(days[ageDay[group]], count(group)))
                .reduce(0, Math::addExact);
    }

    /** The sum of t_x in days over all customers. */
    public long lastPurchaseAgeDays() {
        return IntStream.range(0, size())
                .mapToLong(group -> Math.multiplyExact(days[lastPurchaseDay[group]], count(group)))
                .reduce(0, Math::addExact);
    }

    /** Passes every distinct summary with its number of customers to the consumer, sorted by x, t_x, T. */
    public void forEach(ObjLongConsumer<PurchaseSummary> consumer) {
        for (int group = 0; group < size(); group++) {
            consumer.accept(PackedTriple.unpack(triples[group]), count(group));
        }
    }

    int repeatPurchases(int group) {
        return PackedTriple.repeatPurchases(triples[group]);
    }

    long count(int group) {
        return counts[group];
    }

    /**
     * The distinct numbers of days that occur as t_x or T, ascending: a function of either is computed once for each.
     */
    int[] distinctDays() {
        return days.clone();
    }

    /** ln(rate + days in weeks) for each of the distinct days, in their order. */
    double[] logAges(double rateWeeks) {
        return Arrays.stream(days)
                .mapToDouble(day -> FastMath.log(rateWeeks + PurchaseSummary.weeks(day)))
                .toArray();
    }

    /** The place of the group's t_x among the distinct days. */
    int lastPurchaseDay(int group) {
        return lastPurchaseDay[group];
    }

    /** The place of the group's T among the distinct days. */
    int ageDay(int group) {
        return ageDay[group];
    }

    /**
     * Collects summaries one by one, in any order, in 32 to 64 bytes for each distinct triple. Not safe for use by
     * several threads.
     */
    public static final class Builder {

        private final TripleCounts counted = new TripleCounts();

        private Builder() {}

        /** Adds one customer. */
        public Builder addCustomer(PurchaseSummary summary) {
            return addCustomer(summary, 1);
        }

        /**
         * Adds customers who share a summary.
         *
         * @throws IllegalArgumentException when customers is less than 1
         */
        public Builder addCustomer(PurchaseSummary summary, long customers) {
            if (customers < 1) {
                throw new IllegalArgumentException("customers must be at least 1; was " + customers);
            }
            counted.addTriple(PackedTriple.pack(summary), customers);
            return this;
        }

        /** Adds all customers of another population. */
        public Builder addAll(GroupedSummaries other) {
            other.forEach(this::addCustomer);
            return this;
        }

        /** The summaries collected until now. */
        public GroupedSummaries build() {
            long[] triples = counted.sortedTriples();
            return new GroupedSummaries(
                    triples, Arrays.stream(triples).map(counted::count).toArray());
        }
    }
}
