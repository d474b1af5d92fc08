package io.allegiance.bench;

import io.allegiance.platform.StreamingConnections;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
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

    long stream(LocalDate day) throws SQLException {
        try (Connection connection = streaming.open();
                PreparedStatement query = StreamingConnections.prepare(connection, QUERY)) {
            query.setObject(1, day);
            long rows = 0;
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    rows++;
                }
            }
            return rows;
        }
    }
}
