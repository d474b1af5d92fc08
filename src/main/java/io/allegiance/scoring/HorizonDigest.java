package io.allegiance.scoring;

import io.allegiance.hash.HashFunction;
import java.security.MessageDigest;

/**
 * Gathers the digest of the scores over further horizons of a publication, or of a part of it, row by row in any order, as {@link
 * PublicationDigests} does for its scores. For one thread.
 */
public final class HorizonDigest {

    private final MessageDigest sha256 = HashFunction.SHA_256.newDigest();
    private final RowSum sum = new RowSum();
    private long rows;

    /** Adds one row, by the bytes that {@link HorizonRow} gave. */
    public void addRow(byte[] row) {
        sha256.update(row, 0, row.length);
        sum.add(sha256);
        rows++;
    }

    /** Adds all rows of another one, which stays as it is. */
    public void merge(HorizonDigest other) {
        sum.merge(other.sum);
        rows += other.rows;
    }

    /** Returns the number of rows added. */
    public long rows() {
        return rows;
    }

    /** The digest over all columns. */
    public RowDigest digest() {
        return sum.digest();
    }
}
