package io.allegiance.btyd;

/** A summary as one non-negative long, 21 bits for each of x, t_x, T from the highest: its order is theirs. */
final class PackedTriple {

    private static final int BITS = 21;
    private static final long MASK = PurchaseSummary.MAXIMUM_AGE_DAYS;

    private PackedTriple() {}

    static long pack(PurchaseSummary summary) {
        return (long) summary.repeatPurchases() << 2 * BITS
                | (long) summary.lastPurchaseAgeDays() << BITS
                | summary.ageDays();
    }

    static PurchaseSummary unpack(long triple) {
        return new PurchaseSummary(repeatPurchases(triple), lastPurchaseAge(triple), age(triple));
    }

    static int repeatPurchases(long triple) {
        return (int) (triple >>> 2 * BITS);
    }

    static int lastPurchaseAge(long triple) {
        return (int) (triple >>> BITS & MASK);
    }

    static int age(long triple) {
        return (int) (triple & MASK);
    }
}
