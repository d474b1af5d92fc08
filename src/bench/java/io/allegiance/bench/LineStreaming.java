package io.allegiance.bench;

import io.allegiance.platform.read.RowStream;
import io.allegiance.platform.read.StreamingConnections;
import java.time.LocalDate;

/** The yardstick of intake: the lines of a day out of the input view, prepared by the server and streamed, each row fetched. */
final class LineStreaming {

    private static final String QUERY = """
            SELECT transaction_id, line_key, customer_id, occurred_at, type, amount, currency, quantity, discount, category,
                   product, store, channel
            FROM source_transaction
            WHERE business_date = ?""";

    private final StreamingConnections streaming;

    LineStreaming(StreamingConnections streaming) {
        this.streaming = streaming;
    }

    long stream(LocalDate day) {
        try (RowStream lines = new RowStream(streaming)) {
            lines.query(QUERY, day);
            long rows = 0;
            while (lines.read((row, number) -> Boolean.TRUE) != null) {
                rows++;
            }
            return rows;
        }
    }
}
