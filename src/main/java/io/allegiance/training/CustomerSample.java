package io.allegiance.training;

import io.allegiance.hash.FnvHash;

/**
 * A sample of customers that is a function of their ids alone: those whose hash ends in enough zero bits to leave
 * no more than wanted. Neither the order of the customers nor anything but chance in the hash decides who is in it, and
 * with fewer customers than wanted all are. For one thread.
 */
final class CustomerSample {

    /** Kept with each model: another seed would choose others. */
    static final long SEED = 1;

    private final int most;
    private int zeroBits;

    /** A sample of at most that many customers. */
    CustomerSample(int most) {
        this.most = most;
    }

    boolean contains(String customerId) {
        return Long.numberOfTrailingZeros(FnvHash.of(customerId, SEED)) >= zeroBits;
    }

    boolean isTooLarge(int customers) {
        return customers > most;
    }

    void halve() {
        zeroBits++;
    }
}
