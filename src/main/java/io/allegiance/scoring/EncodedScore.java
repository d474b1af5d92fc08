package io.allegiance.scoring;

import java.security.MessageDigest;

/** A score as the bytes that are published and hashed, of which a chunk holds thousands; {@link ExportRow} makes it. */
public final class EncodedScore {

    private final String customerId;
    private final byte[] bytes;
    private final int segmentStateFrom;
    private final int segmentStateTo;

    EncodedScore(String customerId, byte[] bytes, int segmentStateFrom, int segmentStateTo) {
        this.customerId = customerId;
        this.bytes = bytes;
        this.segmentStateFrom = segmentStateFrom;
        this.segmentStateTo = segmentStateTo;
    }

    public String customerId() {
        return customerId;
    }

    /** The row's bytes, as {@link ExportRow} writes them; they must not be changed. */
    public byte[] bytes() {
        return bytes;
    }

    /** Feeds all columns. */
    void feedRow(MessageDigest digest) {
        digest.update(bytes, 0, bytes.length);
    }

    /** Feeds all columns but segment, previous_segment and segment_since, as if they were not there. */
    void feedScore(MessageDigest digest) {
        digest.update(bytes, 0, segmentStateFrom);
        digest.update(bytes, segmentStateTo, bytes.length - segmentStateTo);
    }
}
