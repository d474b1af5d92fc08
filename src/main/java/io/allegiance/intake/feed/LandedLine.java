package io.allegiance.intake.feed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;

/** A line of {@code transaction_line}, as far as it tells whether a new line belongs to the same sale. */
record LandedLine(
        String transactionId,
        String lineKey,
        ContentHash hash,
        String customerId,
        LocalDateTime occurredAt,
        String type,
        long importId) {

    static LandedLine of(ResultSet row, int number) throws SQLException {
        return new LandedLine(
                row.getString("transaction_id"),
                row.getString("line_key"),
                ContentHash.of(row.getBytes("content_hash")),
                row.getString("customer_id"),
                row.getObject("occurred_at", LocalDateTime.class),
                row.getString("type"),
                row.getLong("import_id"));
    }

    /** Its file had no key for it. */
    boolean hasDerivedKey() {
        return hash.isKeyOf(lineKey);
    }

    /** Its file had no transaction for it. */
    boolean isWithoutTransaction() {
        return transactionId.equals(lineKey) && hasDerivedKey();
    }

    ContentHash key() {
        return ContentHash.ofKeys(transactionId, lineKey);
    }
}
