package io.allegiance.history;

import io.allegiance.hash.FnvHash;

/**
 * The number that a transaction or a product is known by where a return looks for its purchase: a 64-bit hash of the name. Two of
 * one customer's names share it once in 10 million million million pairs.
 */
final class MatchKey {

    /** Of a name that is unknown; no name has it. */
    static final long NONE = 0;

    private static final long SEED = 0x6e65742073706e64L;

    private MatchKey() {}

    /** The number of a name; {@link #NONE} of an empty one. */
    static long of(String name) {
        if (name.isEmpty()) {
            return NONE;
        }
        long key = FnvHash.of(name, SEED);
        return key == NONE ? 1 : key;
    }
}
