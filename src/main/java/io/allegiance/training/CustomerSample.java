package io.allegiance.training;

/**
 * A sample of customers that is a function of their ids alone: those whose hash ends in so many zero bits, as few as leave
 * no more than wanted. Neither the order of the customers nor anything but chance in the hash decides who is in it, and
 * with fewer customers than wanted all are. For one thread.
 */
final class CustomerSample {

    /** Kept with each model: another seed would choose others. */
    static final long SEED = 1;

    private final int most;
    private int zeroBits;

    /** A sample of at most so many customers. */
    CustomerSample(int most) {
        this.most = most;
    }

    boolean contains(String customerId) {
        return Long.numberOfTrailingZeros(hash(customerId)) >= zeroBits;
    }

    boolean isTooLarge(int customers) {
        return customers > most;
    }

    void halve() {
        zeroBits++;
    }

    /* FNV-1a over the chars, with the finaliser of MurmurHash3 because FNV's low bits alone are not even. */
    private static long hash(String id) {
        long hash = 0xcbf29ce484222325L ^ SEED;
        for (int i = 0; i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
        return hash ^ hash >>> 33;
    }
}
