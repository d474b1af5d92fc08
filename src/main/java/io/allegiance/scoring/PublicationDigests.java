package io.allegiance.scoring;

import io.allegiance.hash.HashFunction;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.DigestException;
import java.security.MessageDigest;

/**
 * Gathers the two digests of a publication, or of a part of it, row by row in any order. For one thread; parts are
 * added with {@link RowDigest#plus}.
 *
 * <p>The row digest takes all columns. The score digest leaves out segment, previous_segment and segment_since, which
 * look back at the publication before, and so is equal whenever the night's own columns are.
 */
public final class PublicationDigests {

    private static final int HASH_BYTES = 32;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final MessageDigest sha256 = HashFunction.SHA_256.newDigest();
    private final byte[] hash = new byte[HASH_BYTES];
    private final Sum rowSum = new Sum();
    private final Sum scoreSum = new Sum();
    private long rows;

    /** Adds one row. */
    public void addRow(EncodedScore row) {
        row.feedRow(sha256);
        addHashTo(rowSum);
        row.feedScore(sha256);
        addHashTo(scoreSum);
        rows++;
    }

    /** Returns the number of rows added. */
    public long rows() {
        return rows;
    }

    /** The digest over all columns. */
    public RowDigest rowDigest() {
        return rowSum.digest();
    }

    /** The digest over all columns but the segment and its past. */
    public RowDigest scoreDigest() {
        return scoreSum.digest();
    }

    private void addHashTo(Sum sum) {
        try {
            sha256.digest(hash, 0, HASH_BYTES);
        } catch (DigestException e) {
            throw new IllegalStateException("SHA-256 has 32 bytes", e);
        }
        sum.addHash((long) LONGS.get(hash, 0), (long) LONGS.get(hash, Long.BYTES));
    }

    /** A running {@link RowDigest#plus} without an object for each row. */
    private static final class Sum {
        private long high;
        private long low;

        void addHash(long addedHigh, long addedLow) {
            low += addedLow;
            high += addedHigh + (Long.compareUnsigned(low, addedLow) < 0 ? 1 : 0);
        }

        RowDigest digest() {
            return new RowDigest(high, low);
        }
    }
}
