package io.allegiance.scoring;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.DigestException;
import java.security.MessageDigest;

/** A running {@link RowDigest#plus} without an object for each row. For one thread. */
final class RowSum {

    private static final int HASH_BYTES = 32;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final byte[] hash = new byte[HASH_BYTES];
    private long high;
    private long low;

    /**
     * Adds one row.
     *
     * @param fed SHA-256 that was fed the row's bytes; it is reset
     */
    void add(MessageDigest fed) {
        try {
            fed.digest(hash, 0, HASH_BYTES);
        } catch (DigestException e) {
            throw new IllegalStateException("SHA-256 has 32 bytes", e);
        }
        long addedLow = (long) LONGS.get(hash, Long.BYTES);
        low += addedLow;
        high += (long) LONGS.get(hash, 0) + (Long.compareUnsigned(low, addedLow) < 0 ? 1 : 0);
    }

    /** Adds all rows of another sum, which stays as it is. */
    void merge(RowSum other) {
        RowDigest sum = digest().plus(other.digest());
        high = sum.high();
        low = sum.low();
    }

    RowDigest digest() {
        return new RowDigest(high, low);
    }
}
