package io.allegiance.demo;

/**
 * That a customer bought something, or brought it back, on a day. Packed into a long, millions of visits fit in memory
 * and sort by day; what was bought is drawn again whenever it is asked for.
 *
 * @param day of the plan, from 0
 * @param customer from 0; from the number of customers on, an anonymous one
 * @param lag 0 for a purchase, for a return the days since the purchase, {@link #LONG_AGO} when that was before all trade
 */
record Visit(int day, int customer, int lag) {

    static final int LONG_AGO = 255;

    private static final int LAG_BITS = 8;
    private static final int CUSTOMER_BITS = 32;

    long packed() {
        return (long) day << (CUSTOMER_BITS + LAG_BITS) | (long) customer << LAG_BITS | lag;
    }

    static Visit of(long packed) {
        return new Visit(
                (int) (packed >>> (CUSTOMER_BITS + LAG_BITS)), (int) (packed >>> LAG_BITS), (int) (packed & LONG_AGO));
    }

    boolean isReturn() {
        return lag > 0;
    }

    /** The day of the purchase, below 0 when that was before all trade. */
    int purchaseDay() {
        return day - lag;
    }
}
