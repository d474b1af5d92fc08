package io.allegiance.loyalty;

/**
 * The median of positive numbers in any order, to within 1 part in 64: they are counted in bins, each a sixty-fourth of
 * the way from one power of two to the next, by the leading bits of their floating-point form. For one thread; 51 kB.
 */
final class Median {

    /** Keeps the sign, the exponent and six bits of the fraction. */
    private static final int SHIFT = 52 - 6;

    private static final int LOWEST = bin(0x1p-40);
    private static final int HIGHEST = bin(0x1p60);

    private final long[] counts = new long[HIGHEST - LOWEST + 1];
    private long count;

    /** Adds a number; 0 and less count as the least there is. */
    void addValue(double value) {
        counts[Math.min(HIGHEST, Math.max(LOWEST, bin(Math.max(0, value)))) - LOWEST]++;
        count++;
    }

    /** Adds all numbers of another one, which stays as it is. */
    void merge(Median other) {
        for (int bin = 0; bin < counts.length; bin++) {
            counts[bin] += other.counts[bin];
        }
        count += other.count;
    }

    /** Computes the lower edge of the bin of the lower median; NaN without numbers or where the median is 0. */
    double lowerEdge() {
        if (count == 0) {
            return Double.NaN;
        }
        long below = 0;
        int bin = 0;
        while (2 * (below + counts[bin]) < count) {
            below += counts[bin++];
        }
        return bin == 0 ? Double.NaN : Double.longBitsToDouble((long) (bin + LOWEST) << SHIFT);
    }

    private static int bin(double value) {
        return (int) (Double.doubleToLongBits(value) >>> SHIFT);
    }
}
