package io.allegiance.intake.feed;

import io.allegiance.intake.line.TransactionLine;

/** A line with both of its keys, and the hash that tells whether another line of that key has the same content. */
record KeyedLine(TransactionLine line, ContentHash hash) {

    /** Both keys as one text; neither holds a line break. */
    String key() {
        return line.transactionId() + '\n' + line.lineKey();
    }
}
