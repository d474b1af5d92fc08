package io.allegiance.intake.feed;

import io.allegiance.intake.line.TransactionLine;
import java.time.LocalTime;

/** A line with both of its keys, and the hash that tells whether another line of that key has the same content. */
record KeyedLine(TransactionLine line, ContentHash hash) {

    /** Its file has no key for it. */
    boolean hasDerivedKey() {
        return hash.isKeyOf(line.lineKey());
    }

    /** Its file has no transaction for it. */
    boolean isWithoutTransaction() {
        return line.transactionId().equals(line.lineKey()) && hasDerivedKey();
    }

    /** Customer and time tell which sale it is: it has both, and its time is not a date alone. */
    boolean isOfKnownSale() {
        return !line.customerId().isEmpty() && !line.occurredAt().toLocalTime().equals(LocalTime.MIDNIGHT);
    }

    /** Both keys as one text; neither holds a line break. */
    String key() {
        return line.transactionId() + '\n' + line.lineKey();
    }
}
