package io.allegiance.scoring;

import io.allegiance.hash.HashFunction;
import java.security.MessageDigest;

/**
 * Gathers the two digests of a publication, or of a part of it, row by row in any order. For one thread; parts are
 * added with {@link #merge}, and their digests with {@link RowDigest#plus}.
 *
 * <p>The row digest takes all columns. The score digest leaves out segment, previous_segment and segment_since, which
 * look back at the publication before, and so is equal whenever the night's own columns are.
 */
public final class PublicationDigests {

    private final MessageDigest sha256 = HashFunction.SHA_256.newDigest();
    private final RowSum rowSum = new RowSum();
    private final RowSum scoreSum = new RowSum();
    private long rows;

    /** Adds one row. */
    public void addRow(EncodedScore row) {
        row.feedRow(sha256);
        rowSum.add(sha256);
        row.feedScore(sha256);
        scoreSum.add(sha256);
        rows++;
    }

    /** Adds all rows of another one, which stays as it is. */
    public void merge(PublicationDigests other) {
        rowSum.merge(other.rowSum);
        scoreSum.merge(other.scoreSum);
        rows += other.rows;
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
}
